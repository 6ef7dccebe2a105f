"""XML as text: the bytes that ElementTree writes, of any text."""

from xml.etree.ElementTree import Element, SubElement, tostring

from hypothesis import example, given
from hypothesis import strategies as st

from ambassade.markup.xml_text import attribute, document, element

# Half surrogate pairs and control characters too.
ANY = st.text(st.characters(codec=None, exclude_categories=())) | st.text("&<>\"'\r\n\t\0\v\ud800a")


@given(text=ANY, value=ANY)
@example(text="", value="")
@example(text="]]>&amp;\r\n\x85\u2028\ufffe", value="&quot;\x7f&#10;")
def test_a_document_is_as_element_tree_writes_it(text: str, value: str) -> None:
    tree = Element("feed", {"a": value})
    SubElement(tree, "title", {"type": value, "b": "x"}).text = text
    inner = element("title", text, attribute("type", value) + attribute("b", "x"))
    written = document(f"<feed{attribute('a', value)}>{inner}</feed>")
    assert written == tostring(tree, encoding="utf-8", xml_declaration=True) + b"\n"
