"""Six words that two people read to each other, so that nobody can slip another laptop in.

They come from the space's first entry and the keys of the laptop that asks, through Argon2id, so
that finding other keys with the same words is out of reach: 48 bits, each guess costing 64 MiB.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

_COUNT = 6
_SALT = b"cxo six words 1!"
_PASSES, _KIB, _LANES = 3, 64 * 1024, 4
_LIST = """
acorn actor amber anchor apple apron arrow atlas attic autumn badge bakery balcony bamboo banjo
barley basket beacon bench berry bicycle birch biscuit blanket blossom border bottle bread brick
bridge bronze brush bubble bucket butter cabbage cabin cactus camel candle canoe canvas carpet
carrot castle cedar cement cheese cherry chimney cinema circle clay cloud clover cobalt coffee
comet compass copper coral corner cotton cradle crayon cricket crystal curtain daisy dancer desert
diamond dolphin donkey drawer drum eagle echo elbow ember engine eraser eyelid fabric falcon
feather fence ferry fiddle finger flame flute forest fossil fountain fox funnel garden garlic
giant ginger giraffe glacier glove granite grape guitar hammer harbor harvest hazel helmet heron
hill hobby honey hotel iceberg igloo insect island ivory jacket jasmine judge jungle kangaroo
kettle kitchen kite ladder lagoon lamp lantern lemon library lily lion lizard lobster lotus magnet
mango maple marble market meadow melon mirror monsoon mosaic mountain muffin museum mustard napkin
needle nest nickel noodle notebook oasis ocean olive onion orange orchard otter oven owl oyster
paddle palace paper parcel parrot pastry peach pearl pebble pelican pencil pepper petal piano
pigeon pillow pilot planet plum pocket pony potato prairie pumpkin puzzle quartz quiet quilt
rabbit radio rainbow raven reptile ribbon river rocket rope saddle saffron sailor salad salmon
sandal satin scarf school shadow shelf shovel silver singer sketch spider spinach spiral spoon
spring statue storm summer sunset swan table tailor teapot temple thunder ticket tiger timber
tomato tractor train trumpet tulip tunnel turtle umbrella utensil valley velvet violin walnut
water willow
"""
WORDS = tuple(_LIST.split())


@lru_cache(maxsize=32)
def six_words(*, space: str, root: str, device: str, public: str, recipient: str) -> str:
    """Return the words for a laptop that asks to be admitted to a space."""
    from argon2.low_level import Type, hash_secret_raw

    secret = sha256(f"{space}|{root}|{device}|{public}|{recipient}".encode()).digest()
    stretched = hash_secret_raw(secret, _SALT, _PASSES, _KIB, _LANES, _COUNT, Type.ID)
    return " ".join(WORDS[number] for number in stretched)


def same_words(one: str, other: str) -> bool:
    """Tell whether two people mean the same words, however they are spaced and written."""
    return one.casefold().replace("-", " ").split() == other.casefold().replace("-", " ").split()
