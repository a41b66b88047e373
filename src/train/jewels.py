"""Draws jewellery on crops for training: studs, hoops, drops, chains and beads in metal, pearl, black or a colour."""

import cv2
import numpy as np

METALS = [(70, 170, 215), (200, 200, 205), (225, 232, 238), (30, 30, 32), (60, 40, 150), (150, 110, 40), (90, 130, 180)]
# pixels per eye distance in the crops of TrainedCloseup; positions are in units of 1/FINE of a pixel
BUST_UNIT, EARS_UNIT, FINE = 320 / 3.6, 160 / 1.1, 16


def shaded(metal, shine):
    return tuple(min(255, value * shine) for value in metal)


def bead(out, x, y, radius, metal, light, chance):
    shine = light * chance.uniform(0.75, 1.25)
    for off, size, bright in ((0, 1, 0.8), (-0.15, 0.7, 1), (-0.35, 0.3, 1.7)):
        centre = (int((x + off * radius) * FINE), int((y + off * radius) * FINE))
        cv2.circle(out, centre, max(1, int(radius * size * FINE)), shaded(metal, shine * bright), -1, cv2.LINE_AA, 4)


def light_of(part, usual, chance):
    """A brightness that follows the surface below."""
    return chance.uniform(0.5, 1.05) * np.clip(part.mean() / usual, 0.35, 1.2)


def necklace(picture, _, chance):
    """A chain or beads around the neck, hanging to a random depth, with or without a pendant."""
    out, unit = picture.copy(), BUST_UNIT
    middle = picture.shape[1] / 2 + chance.normal(0, 0.05) * unit
    chin = picture.shape[0] / 2 - 0.9 * unit
    half, depth = unit * chance.uniform(0.4, 0.72), unit * chance.uniform(0.2, 0.9)
    top = chin + unit * chance.uniform(0.1, 0.36)
    metal = METALS[chance.integers(len(METALS))]
    skin = picture[int(chin + 0.4 * unit) : int(chin + 1.2 * unit), int(middle - 0.6 * unit) : int(middle + 0.6 * unit)]
    light = light_of(skin, 120, chance)
    beads = chance.random() < 0.5
    radius = unit / 120 * (chance.uniform(2.2, 5.7) if beads else chance.uniform(0.7, 2))
    step = max(1, radius * (2.1 if beads else 0.9))
    power, lean, at = chance.uniform(1.6, 3), chance.normal(0, 0.1), -half
    while at < half:
        share = abs(at) / half
        bead(out, middle + at, top + depth * (1 - share**power) + lean * at, radius, metal, light, chance)
        at += step / np.hypot(1, depth * power / half * share ** (power - 1))
    if chance.random() < 0.4:
        bead(out, middle, top + depth + 5 * unit / 120, unit / 120 * chance.uniform(4, 10), metal, light, chance)
    return out


def earring(picture, _, chance):
    """A stud, a hoop or a drop where ear lobes are."""
    out, unit = picture.copy(), EARS_UNIT / 120
    x = picture.shape[1] / 2 + chance.uniform(-6, 12)
    y = picture.shape[0] / 2 + chance.uniform(-42, -10)
    metal = METALS[chance.integers(len(METALS))]
    light = light_of(picture[60:160, 60:160], 110, chance)
    size, kind = chance.uniform(0.6, 1.5), chance.integers(3)
    if kind == 0:
        bead(out, x, y, unit * (2.5 + 2.5 * size), metal, light, chance)
    elif kind == 1:
        down = unit * (6 + 11 * size)
        centre = (int(x * FINE), int((y + down) * FINE))
        axes = (int(down * chance.uniform(0.35, 0.95) * FINE), int(down * FINE))
        thick = max(1, round(unit * (1 + 2 * size)))
        cv2.ellipse(out, centre, axes, 0, 0, 360, shaded(metal, light * 0.8), thick, cv2.LINE_AA, 4)
        cv2.ellipse(out, centre, axes, 0, 30, 100, shaded(metal, light * 1.4), max(1, thick // 2), cv2.LINE_AA, 4)
    else:
        bead(out, x, y, 2.5 * unit, metal, light, chance)
        count, step = 2 + chance.integers(5), unit * (5 + 2 * size)
        for number in range(1, count + 1):
            radius = unit * (1.5 + (3 if number == count else 1.2) * size)
            bead(out, x, y + number * step, radius, metal, light, chance)
    return out
