"""A case table says the same as CSV, as XLSX and as ODS: the invented town's, turned into workbooks."""
import argparse
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = None


def rows_of(path):
    text = path.read_text(encoding="utf-8-sig")
    delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def write_xlsx(path, rows):
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>' for cell in row) + "</row>" for row in rows)
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)


def write_ods(path, rows):
    cells = "".join("<table:table-row>" + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>' if cell else "<table:table-cell/>" for cell in row)
        + "</table:table-row>" for row in rows)
    content = ('<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
               'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
               f'<office:body><office:spreadsheet><table:table table:name="Sheet1">{cells}</table:table></office:spreadsheet></office:body></office:document-content>')
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", content)


class CaseSpreadsheet(unittest.TestCase):
    def answers(self, ending, write):
        with tempfile.TemporaryDirectory() as scratch:
            town = pathlib.Path(scratch) / "oil-town"
            shutil.copytree(ROOT / "examples" / "oil-town", town, ignore=shutil.ignore_patterns(".sanaq", "site", "ledger", ".versions"))
            settings = (town / "investigation.toml").read_text(encoding="utf-8")
            for table in sorted((town / "case").glob("*.csv")):
                if write is None:
                    continue
                write(table.with_suffix(ending), rows_of(table))
                table.unlink()
                settings = settings.replace(f"case/{table.name}", f"case/{table.stem}{ending}")
            (town / "investigation.toml").write_text(settings, encoding="utf-8")
            told = []
            for question in (["still-held", "--on", "2004-01-16"], ["acts", "--by", "type"], ["aid"], ["timeline"], ["trials"]):
                done = subprocess.run([PROGRAM, "ask", *question, "--in", town, "--json", "--language", "en"], capture_output=True, text=True)
                self.assertEqual(0, done.returncode, done.stderr)
                told.append(done.stdout.replace(ending, ".csv"))
            return told

    def test_xlsx_and_ods_say_what_csv_says(self):
        plain = self.answers(".csv", None)
        self.assertIn("held", plain[0])
        self.assertEqual(plain, self.answers(".xlsx", write_xlsx))
        self.assertEqual(plain, self.answers(".ods", write_ods))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build")
    arguments.add_argument("--program", default=os.environ.get("SANAQ", "sanaq"))
    named, rest = arguments.parse_known_args()
    PROGRAM = named.program
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
