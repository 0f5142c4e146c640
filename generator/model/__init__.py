"""The shared language of all stages: frozen types, no behaviour beyond reading themselves."""
