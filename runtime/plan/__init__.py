"""From a program to what each stage is made of, and which of it the store has."""
