"""A photo keeps its picture and loses the place where it was taken."""

import io

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.photos import is_photo, small, without_position

GPS, LATITUDE, ORIENTATION, TAKEN, DETAILS, MAKER = 0x8825, 2, 0x0112, 0x9003, 0x8769, 0x927C
XMP = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='18,31N zanzibar-canary'/>"


def picture(mode="RGB"):
    image = Image.radial_gradient("L").convert(mode)
    return image.resize((120, 80))


def exif():
    made = Image.Exif()
    made[ORIENTATION] = 6
    made[0x010E] = "zanzibar-canary"
    details = made.get_ifd(DETAILS)
    details[TAKEN] = "2026:11:20 10:00:00"
    details[MAKER] = b"zanzibar-canary"
    position = made.get_ifd(GPS)
    position[1], position[LATITUDE] = "N", (18.0, 31.0, 12.5)
    return made


def photo(kind, **more):
    written = io.BytesIO()
    picture().save(written, kind, exif=exif(), **more)
    return written.getvalue()


def with_xmp(jpeg):
    segment = b"\xff\xe1" + (len(XMP) + 2).to_bytes(2, "big") + XMP
    comment = b"\xff\xfe\x00\x11zanzibar-canary"
    return jpeg[:2] + segment + comment + jpeg[2:] + b"appended zanzibar-canary"


def same_picture(one, other):
    first, second = (Image.open(io.BytesIO(content)).convert("RGB") for content in (one, other))
    return ImageChops.difference(first, second).getbbox() is None


PHOTOS = {
    "JPEG": with_xmp(photo("JPEG")),
    "progressive": with_xmp(photo("JPEG", progressive=True)),
    "PNG": photo("PNG", pnginfo=PngImagePlugin.PngInfo()) + b"zanzibar-canary",
    "WEBP": photo("WEBP", xmp=XMP),
}


@pytest.mark.parametrize("kind", PHOTOS)
def test_the_place_is_gone_and_the_picture_is_the_same(kind):
    before = PHOTOS[kind]
    assert b"zanzibar" in before
    after = without_position(before)
    assert b"zanzibar" not in after
    assert not Image.open(io.BytesIO(after)).getexif().get_ifd(GPS)
    assert same_picture(before, after)
    assert is_photo(before)


@pytest.mark.parametrize("kind", ["JPEG", "progressive"])
def test_which_way_is_up_and_when_it_was_taken_stay(kind):
    kept = Image.open(io.BytesIO(without_position(PHOTOS[kind]))).getexif()
    assert kept[ORIENTATION] == 6
    assert kept.get_ifd(DETAILS) == {TAKEN: "2026:11:20 10:00:00"}


def test_a_photo_that_says_nothing_stays_as_it_is():
    written = io.BytesIO()
    picture().save(written, "JPEG")
    assert without_position(written.getvalue()) == written.getvalue()


def test_a_text_in_a_png_goes():
    words = PngImagePlugin.PngInfo()
    words.add_text("Location", "zanzibar-canary")
    written = io.BytesIO()
    picture().save(written, "PNG", pnginfo=words)
    assert b"zanzibar" in written.getvalue()
    assert b"zanzibar" not in without_position(written.getvalue())


@pytest.mark.parametrize("content", [b"II*\0 a raw photo", b"\0\0\0\x18ftypheic a telephone's"])
def test_a_kind_that_cannot_be_cleaned_is_refused_not_kept(content):
    assert is_photo(content)
    with pytest.raises(InputRefused, match="place"):
        without_position(content)


@pytest.mark.parametrize("kind", PHOTOS)
def test_a_photo_cut_short_anywhere_is_refused_or_clean(kind):
    whole = PHOTOS[kind]
    for length in range(3, len(whole), 97):
        try:
            after = without_position(whole[:length])
        except InputRefused:
            continue
        assert b"zanzibar" not in after


def test_a_small_one_is_turned_the_right_way_up():
    shown = Image.open(io.BytesIO(small(PHOTOS["JPEG"], 60)))
    assert shown.format == "PNG"
    assert shown.size == (40, 60)
    assert not shown.getexif()


def test_a_photo_with_too_many_pixels_is_never_unpacked():
    written = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(written, "PNG")
    with pytest.raises(InputRefused):
        small(written.getvalue(), 60)


@pytest.mark.parametrize("content", [b"", b"no photo", b"\x89PNG\r\n\x1a\n", PHOTOS["JPEG"][:200]])
def test_what_is_no_photo_is_not_shown(content):
    with pytest.raises(InputRefused):
        small(content, 60)


def test_the_pixels_of_a_small_picture():
    from PIL import Image

    from cxo_desktop.exchange.photos import pixels

    written = io.BytesIO()
    Image.new("RGB", (3, 2), "red").save(written, "PNG")
    assert pixels(written.getvalue()) == (3, 2, b"\xff\x00\x00\xff" * 6)
    with pytest.raises(InputRefused):
        pixels(b"<svg/>")
