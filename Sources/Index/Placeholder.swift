enum IndexModule {}
