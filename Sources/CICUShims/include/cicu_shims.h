int cicu_dummy(void);
