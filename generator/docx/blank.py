"""The smallest Word document that every reader opens: what the shipped template grows from."""

from __future__ import annotations

import io
import zipfile

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"

_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>
<Override PartName="/word/header1.xml" ContentType="{_WORD_TYPE}.header+xml"/>
<Override PartName="/word/header2.xml" ContentType="{_WORD_TYPE}.header+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""

_ROOT_LINKS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"
 Target="docProps/core.xml"/>
</Relationships>"""

_WORD_LINKS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/header" Target="header1.xml"/>
<Relationship Id="rId4" Type="{_OFFICE}/header" Target="header2.xml"/>
</Relationships>"""

_CORE = f"""<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>"""

# The first page has a header of its own, an empty one: numbers are printed from the second.
_DOCUMENT = f"""<w:document {_W} {_R}><w:body><w:sectPr>
<w:headerReference w:type="default" r:id="rId3"/>
<w:headerReference w:type="first" r:id="rId4"/>
<w:pgSz w:w="11906" w:h="16838"/><w:pgMar/><w:titlePg/>
</w:sectPr></w:body></w:document>"""

_NUMBER = f"""<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>2</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""

_NO_NUMBER = f"""<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr></w:p></w:hdr>"""

_STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
<w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>
</w:style></w:styles>"""

# Without the compatibility mode of a current Word the file opens as an old one.
_SETTINGS = f"""<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPATIBILITY}" w:val="15"/></w:compat>
<w:themeFontLang/></w:settings>"""

_PARTS = {
    "[Content_Types].xml": _TYPES,
    "_rels/.rels": _ROOT_LINKS,
    "docProps/core.xml": _CORE,
    "word/_rels/document.xml.rels": _WORD_LINKS,
    "word/document.xml": _DOCUMENT,
    "word/header1.xml": _NUMBER,
    "word/header2.xml": _NO_NUMBER,
    "word/settings.xml": _SETTINGS,
    "word/styles.xml": _STYLES,
}


def blank_document() -> bytes:
    """A DOCX of one section, no text, page numbers from the second page, no style of ours."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, _DECLARATION + content)
    return out.getvalue()
