"""Adds one-sided light to evenly lit crops of heads, for training."""

import cv2
import numpy as np

# pixels per eye distance in the crops of TrainedCloseup; how far below the middle the eyes are, in eye distances
HEAD_UNIT, EYES = 224 / 4.2, 0.2


def one_sided(picture, _, chance):
    """One half of the picture darker with a soft transition, or a hard shadow on half of the face."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    x, y = (x - width / 2) / HEAD_UNIT, (y - height / 2) / HEAD_UNIT - EYES
    sign, lean = chance.choice([-1, 1]), chance.uniform(-0.4, 0.4)
    across = sign * (x + chance.normal(0, 0.1) + lean * (y - 0.35))
    if chance.random() < 0.5:
        stops = chance.uniform(1.3, 2.6)
        light = 2 ** (-stops / 2.2 / (1 + np.exp(-across / chance.uniform(0.15, 0.45))))
    else:
        face = np.hypot(x / 1.17, (y - 0.35) / 1.67) < 1
        light = np.where(face & (across > 0), chance.uniform(0.25, 0.55), 1)
        light = cv2.GaussianBlur(light.astype(np.float32), (0, 0), chance.uniform(0.3, 2))
    return np.clip(picture * light[..., None], 0, 255).astype(np.uint8)
