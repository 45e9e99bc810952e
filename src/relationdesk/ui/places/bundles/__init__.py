"""Taking the desk along in a bundle, and bringing a bundle back."""
