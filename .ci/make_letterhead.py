#!/usr/bin/env python3
"""Writes scenarios/letterhead.docx: the page, styles and footer of `luwes documents`.

A planner replaces it by the agency's own; this script only says how the shipped one came about.
The same script gives the same bytes. Usage: make_letterhead.py OUTPUT
"""

import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def style(identifier, name, based_on="Normal", paragraph="", run="", kind="paragraph"):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = ' w:default="1"' if identifier in ("Normal", "Table") else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>{base}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>")


def styles():
    space = '<w:spacing w:before="{}" w:after="{}"/>'
    heading = '<w:keepNext/><w:outlineLvl w:val="{}"/>' + space
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/>'
        f"<w:tblPr><w:tblBorders>{border}</w:tblBorders><w:tblCellMar>"
        '<w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>')
    return HEAD + (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
        '<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Normal", "Normal", None, space.format(0, 80))
        + style("BodyText", "Body Text", "Normal", space.format(60, 80))
        + style("FirstParagraph", "First Paragraph", "BodyText")
        + style("Compact", "Compact", "BodyText", space.format(20, 20), '<w:sz w:val="17"/>')
        + style("Stamp", "Stamp", "Normal", space.format(60, 60), '<w:sz w:val="16"/>')
        + style("Heading1", "heading 1", "Normal", heading.format(0, 60, 120),
                '<w:b/><w:caps/><w:sz w:val="26"/>')
        + style("Heading2", "heading 2", "Normal", heading.format(1, 160, 60),
                '<w:b/><w:sz w:val="22"/>')
        + style("Heading3", "heading 3", "Normal", heading.format(2, 120, 40), "<w:b/>")
        + style("Header", "header") + style("Footer", "footer", "Normal", "", '<w:sz w:val="16"/>')
        + table + "</w:styles>")


def document():
    return HEAD + (
        f"<w:document {W} {R}><w:body><w:p><w:r><w:t>"
        "Ganti kepala halaman berkas ini dengan kop surat instansi; isinya tidak dipakai."
        '</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
        '<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1021" w:left="1134" w:header="567" '
        'w:footer="510" w:gutter="0"/></w:sectPr></w:body></w:document>')


def margin(kind, content):
    return HEAD + f'<w:{kind} {W} {R}><w:p><w:pPr><w:pStyle w:val="{"Header" if kind == "hdr" else "Footer"}"/></w:pPr>{content}</w:p></w:{kind}>'


FOOTER = (
    "<w:r><w:t xml:space=\"preserve\">Simulasi, bukan keputusan kepegawaian / A simulation, not a "
    "personnel decision \u2013 </w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def relation(identifier, kind, target):
    return f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(*items):
    return HEAD + (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(items) + "</Relationships>")


def content_types():
    parts = {"document": "document.main", "styles": "styles", "header1": "header",
             "footer1": "footer"}
    return HEAD + (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{PARTS}.{kind}+xml"/>'
            for part, kind in parts.items()) + "</Types>")


def main():
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/header1.xml": margin("hdr", ""),
        "word/footer1.xml": margin("ftr", FOOTER),
        "word/_rels/document.xml.rels": relations(
            relation("rId1", "styles", "styles.xml"), relation("rId2", "header", "header1.xml"),
            relation("rId3", "footer", "footer1.xml")),
    }
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), text)


if __name__ == "__main__":
    main()
