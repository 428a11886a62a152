int cicu_dummy(void){return 0;}
