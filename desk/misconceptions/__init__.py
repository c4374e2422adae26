"""What a student keeps getting wrong, by provision and by rule."""
