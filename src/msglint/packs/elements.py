"""The kinds of elements and the attributes that rules can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ElementAttribute(NamedTuple):
    """What an attribute holds (`text`, `number`, `boolean`), and what it says."""

    type: str
    about: str


ELEMENTS: Mapping[str, Mapping[str, ElementAttribute]] = {
    "image": {
        "source": ElementAttribute("text", "address of the image"),
        "scheme": ElementAttribute("text", "how it is loaded: https, http, cid, data"),
        "format": ElementAttribute("text", "gif, png, jpg, ..., as its name says"),
        "words": ElementAttribute("text", "address, alt text, title, class and id together"),
        "alt": ElementAttribute("text", "the alt text"),
        "has_alt": ElementAttribute("boolean", "whether there is an alt text, be it empty"),
        "width": ElementAttribute("number", "width in pixels"),
        "height": ElementAttribute("number", "height in pixels"),
        "width_percent": ElementAttribute("number", "share of the message's width"),
        "is_background": ElementAttribute("boolean", "whether it lies behind the text"),
        "is_hidden": ElementAttribute("boolean", "whether a style hides it"),
        "is_linked": ElementAttribute("boolean", "whether it is a link"),
        "is_logo": ElementAttribute("boolean", "whether its name or alt text says that it is a logo"),
        "is_tracking": ElementAttribute("boolean", "whether it is loaded from afar and shows nothing"),
        "target": ElementAttribute("text", "where its link leads"),
        "target_scheme": ElementAttribute("text", "scheme of its link"),
        "target_domain": ElementAttribute("text", "registered domain of its link"),
    },
    "link": {
        "text": ElementAttribute("text", "what is shown"),
        "text_domain": ElementAttribute("text", "registered domain that the shown text names"),
        "has_image": ElementAttribute("boolean", "whether an image is shown"),
        "has_label": ElementAttribute("boolean", "whether a text, alt text or title explains it"),
        "is_misleading": ElementAttribute("boolean", "whether it shows one domain and leads to another"),
        "target": ElementAttribute("text", "where it leads"),
        "target_scheme": ElementAttribute("text", "scheme of the target"),
        "target_domain": ElementAttribute("text", "registered domain of the target"),
    },
    "style": {
        "property": ElementAttribute("text", "CSS property, such as line-height"),
        "value": ElementAttribute("text", "its value as written"),
        "on": ElementAttribute("text", "tag of the element that it styles"),
        "percent": ElementAttribute("number", "share of the message's width, for side margins"),
        "size": ElementAttribute("number", "pixels, for `computed-size`: letters as they are shown"),
    },
    "attachment": {
        "name": ElementAttribute("text", "file name"),
        "format": ElementAttribute("text", "suffix of the name without its dot"),
        "megabytes": ElementAttribute("number", "size in MB"),
        "is_inline": ElementAttribute("boolean", "whether it is an image of the HTML part"),
    },
    "barcode": {
        "symbology": ElementAttribute("text", "kind of code: QRCode, EAN13, ..."),
        "content": ElementAttribute("text", "what it holds"),
        "is_product_number": ElementAttribute("boolean", "whether it holds no more than a number"),
        "target_scheme": ElementAttribute("text", "scheme of the link that it holds"),
        "target_domain": ElementAttribute("text", "registered domain of the link that it holds"),
    },
    "code": {"language": ElementAttribute("text", "script, iframe, object, embed or form")},
}
"""Attributes by kind of element."""
