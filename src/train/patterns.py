"""Draws patterns on plain clothes for training: stripes, checks, dots, letters, prints and other people's clothes."""

import cv2
import numpy as np

FONTS = [cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX]
LETTERS = "ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789"


def clothes(picture):
    """
    The certainty, 0 to 1, that each pixel shows clothes: its colour is closer to that of the shoulders (and the lower middle) than
    to those of neck and wall. All 0 where the clothes have no colour of their own.
    """
    height, width = picture.shape[:2]
    lab = cv2.cvtColor(cv2.GaussianBlur(picture, (0, 0), 1.5), cv2.COLOR_BGR2LAB).astype(np.float32) * (0.6, 1, 1)

    def colour(top, bottom, left, right):
        part = lab[int(top * height) : int(bottom * height), int(left * width) : int(right * width)]
        return np.median(part.reshape(-1, 3), 0)

    def far(colours):
        return np.min([np.linalg.norm(lab - one, axis=2) for one in colours], 0)

    neck = [colour(top, top + 0.1, 0.46, 0.54) for top in (0.16, 0.24, 0.32)]
    wall = [colour(0.12, 0.3, 0.0, 0.08), colour(0.12, 0.3, 0.92, 1.0)]
    worn = [colour(0.56, 0.68, left, left + 0.1) for left in (0.2, 0.27, 0.63, 0.7)] + [colour(0.66, 0.84, 0.42, 0.58)]
    worn = [one for one in worn if min(np.linalg.norm(one - other) for other in neck) > 20]
    worn = [one for one in worn if min(np.linalg.norm(one - other) for other in wall) > 8]
    if not worn:
        return np.zeros((height, width), np.float32)
    mask = np.clip((far(neck + wall) - far(worn)) / 12 + 0.5, 0, 1)
    mask[: int(0.22 * height)] = 0
    return cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.2)


def waves(shape, chance):
    """Stripes, checks or dots, 0 to 1."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    angle = chance.choice([0, np.pi / 2, chance.uniform(0, np.pi)]) + chance.normal(0, 0.12)
    wave = 2 * np.pi / (shape[1] * np.exp(chance.uniform(np.log(0.018), np.log(0.14))))
    bend = 3 * np.sin(2 * np.pi * x / shape[1] + chance.uniform(0, 6))
    along = np.sin((x * np.cos(angle) + (y + bend) * np.sin(angle)) * wave)
    across = np.sin(((y + bend) * np.cos(angle) - x * np.sin(angle)) * wave)
    wanted = [along + chance.uniform(-0.8, 0.4), along * across, np.maximum(along, across) - 0.7, along + across - 1][
        chance.integers(4)
    ]
    return np.clip(0.5 + 3 * wanted, 0, 1)


def colour_of(chance):
    return chance.uniform(0, 255, 3) if chance.random() < 0.7 else np.full(3, chance.choice([10.0, 245.0]))


def letters(out, chance):
    height, width = out.shape[:2]
    for _ in range(chance.integers(1, 4)):
        text = "".join(chance.choice(list(LETTERS), chance.integers(1, 9)))
        scale = np.exp(chance.uniform(np.log(0.4), np.log(2.2)))
        thick = int(max(1, scale * chance.uniform(1, 3)))
        font = int(chance.choice(FONTS))
        (wide, tall), _ = cv2.getTextSize(text, font, scale, thick)
        x = int(width * chance.uniform(0.3, 0.7) - wide / 2)
        y = int(height * chance.uniform(0.55, 0.95) + tall / 2)
        cv2.putText(out, text, (x, y), font, scale, colour_of(chance).tolist(), thick, cv2.LINE_AA)


def print_on(out, chance):
    """A print on the chest: blobs, lines and shapes in a few colours, close together."""
    height, width = out.shape[:2]
    middle = np.array([width * chance.uniform(0.35, 0.65), height * chance.uniform(0.65, 0.9)])
    size = width * chance.uniform(0.04, 0.16)
    colours = [colour_of(chance).tolist() for _ in range(chance.integers(1, 4))]
    for _ in range(chance.integers(3, 14)):
        shape(out, middle + chance.normal(0, 0.5, 2) * size, size * chance.uniform(0.1, 0.7), colours, chance)


def scattered(out, chance):
    """Flowers, dots or leaves over the whole area."""
    height, width = out.shape[:2]
    size = width * np.exp(chance.uniform(np.log(0.012), np.log(0.07)))
    colours = [colour_of(chance).tolist() for _ in range(chance.integers(1, 5))]
    step = size * chance.uniform(1.6, 4)
    for y in np.arange(height * 0.3, height, step):
        for x in np.arange(width * 0.05, width * 0.95, step):
            shape(out, np.array([x, y]) + chance.normal(0, 0.25, 2) * step, size * chance.uniform(0.5, 1), colours, chance)


def shape(out, at, size, colours, chance):
    colour, kind = colours[chance.integers(len(colours))], chance.integers(4)
    centre = (int(at[0]), int(at[1]))
    if kind == 0:
        axes = (int(max(1, size)), int(max(1, size * chance.uniform(0.3, 1))))
        cv2.ellipse(out, centre, axes, chance.uniform(0, 180), 0, 360, colour, -1, cv2.LINE_AA)
    elif kind == 1:
        for petal in range(5):
            angle = petal * 2 * np.pi / 5 + chance.uniform(0, 0.3)
            off = (int(at[0] + 0.6 * size * np.cos(angle)), int(at[1] + 0.6 * size * np.sin(angle)))
            cv2.circle(out, off, int(max(1, size * 0.4)), colour, -1, cv2.LINE_AA)
    elif kind == 2:
        points = at + size * chance.normal(0, 0.7, (chance.integers(3, 6), 2))
        cv2.fillPoly(out, [points.astype(np.int32)], colour, cv2.LINE_AA)
    else:
        points = at + size * chance.normal(0, 0.9, (chance.integers(2, 5), 2))
        cv2.polylines(out, [points.astype(np.int32)], False, colour, int(max(1, size * 0.2)), cv2.LINE_AA)


def worn_by(other, mask, chance):
    """Another person's clothes, scaled, rotated or mirrored, to lay over the crop; None when too little of it would be clothes."""
    height, width = other.shape[:2]
    scale, turn = np.exp(chance.uniform(-0.1, 0.5)), chance.uniform(-15, 15)
    matrix = cv2.getRotationMatrix2D((width / 2, height * 0.75), turn, scale)
    matrix[0, 2] += width * chance.uniform(-0.08, 0.08)
    flip = slice(None, None, -1 if chance.random() < 0.5 else 1)
    laid = [
        cv2.warpAffine(part[:, flip], matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101)
        for part in (other, clothes(other))
    ]
    return laid[0].astype(np.float32) if (laid[1] * mask).sum() > 0.65 * mask.sum() else None


def pattern(picture, others, chance):
    """
    The crop with a pattern on the clothes; None where the clothes are not found or the pattern would hardly show.

    @param others crops of people in patterned clothes, whose patterns may be copied
    """
    mask = clothes(picture)
    if mask.mean() < 0.08:
        return None
    plain = picture.astype(np.float32)
    usual = np.maximum(20, (plain.mean(2) * mask).sum() / mask.sum())
    shading = np.clip(cv2.GaussianBlur(plain.mean(2), (0, 0), 1) / usual, 0.4, 1.6)[..., None]
    opacity = chance.uniform(0.4, 1)
    drawn = None
    if len(others) and chance.random() < 0.35:
        drawn, opacity = worn_by(others[chance.integers(len(others))], mask, chance), 1
    if drawn is None and chance.random() < 0.45:
        drawn = plain.copy()
        for _ in range(chance.integers(1, 3)):
            share = waves(mask.shape, chance)[..., None]
            drawn += share * (colour_of(chance) * shading * np.clip(usual / 130, 0.4, 1.2) - drawn)
    elif drawn is None:
        sheet = picture.copy()
        (letters, print_on, scattered)[chance.integers(3)](sheet, chance)
        changed = (cv2.absdiff(sheet, picture).max(2) > 0)[..., None]
        drawn = np.where(changed, sheet * shading * np.clip(usual / 100, 0.5, 1.1), plain)
        drawn = cv2.GaussianBlur(drawn.astype(np.float32), (0, 0), 0.6)
    share = (mask * opacity)[..., None]
    out = plain + share * (drawn - plain)
    if np.abs(out - plain).max(2).mean() < 0.5 and np.percentile(np.abs(out - plain).max(2), 99) < 25:
        return None
    return np.clip(out, 0, 255).astype(np.uint8)
