"""What is within reach of a store, and what becomes of the rest."""
