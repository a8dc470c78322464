"""Colour arithmetic for the tests: OKLab (Ottosson 2020), WCAG contrast, and how the three common kinds of colour
vision see (Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB)."""

from __future__ import annotations

import numpy as np

CVD = {
    "usual": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour: str) -> np.ndarray:
    """`#rrggbb` as linear RGB, shape (3,), 0 to 1."""
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def oklab(colour: str, vision: str = "usual") -> np.ndarray:
    """OKLab of a colour as seen with a kind of colour vision, shape (3,)."""
    seen = np.clip(CVD[vision] @ linear(colour), 0, 1)
    return _LAB @ np.cbrt(_LMS @ seen)


def difference(one: str, other: str, vision: str = "usual") -> float:
    """Distance in OKLab times 100: about 2 is just noticeable side by side."""
    return float(np.linalg.norm(oklab(one, vision) - oklab(other, vision)) * 100)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    light, dark = sorted((float(weights @ linear(one)), float(weights @ linear(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)
