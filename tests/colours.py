"""How far two colours stand apart, as the Web Content Accessibility Guidelines reckon it."""

AA, AA_GRAPHICS = 4.5, 3.0


def contrast(colour: str, paper: str, opacity: float = 1.0) -> float:
    """Return the contrast ratio of two colours written as #rrggbb, the first laid over the second."""
    over = [opacity * one + (1 - opacity) * other for one, other in zip(parts(colour), parts(paper), strict=True)]
    lighter, darker = sorted((luminance(over), luminance(parts(paper))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def parts(colour: str) -> list[float]:
    """Return red, green and blue, each from 0 to 1."""
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(channels: list[float]) -> float:
    """Return the relative luminance."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
