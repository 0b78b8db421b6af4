"""Data that travels with the program: icons, sounds, theme, catalogue, desktop files."""
