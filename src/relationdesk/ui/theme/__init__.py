"""How the program looks: colours, sizes, letters and icons, in a light and a dark theme."""
