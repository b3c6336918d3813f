"""Three invented lists in the shapes in which people send them, from `sanaq simulate`: headers below a title, two sheets, a header of names that nobody knows,
and one fault in some fifty cells. Beside them a folder of the same lists with settings written by hand: what the right number is."""
import csv
import io
import pathlib
import subprocess
import zipfile
from xml.sax.saxutils import escape

REMARKS = ["Городская больница, вымышленный город Мунайкент", "Список поступивших, октябрь 2003 года (вымышленные люди)"]


def write_xlsx(path, sheets):
    """`sheets`: {name: rows}; every cell a text."""
    names = list(sheets)
    types = "".join(f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                    for at in range(1, len(names) + 1))
    links = "".join(f'<Relationship Id="rId{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{at}.xml"/>'
                    for at in range(1, len(names) + 1))
    listed = "".join(f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1))
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
    }
    for at, name in enumerate(names, 1):
        cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>' for cell in row) + "</row>" for row in sheets[name])
        parts[f"xl/worksheets/sheet{at}.xml"] = f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(zipfile.ZipInfo(name), text)


def rows_of(path):
    bytes_ = path.read_bytes()
    try:
        text = bytes_.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = bytes_.decode("cp1251")
    first = text.split("\n", 1)[0]
    return list(csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ","))


def write_csv(path, rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def make(program, folder, environment):
    """Writes FOLDER/desk/{hospital.xlsx,newspaper.xlsx,relatives.csv} and FOLDER/right, and gives how many cells have the one fault."""
    folder = pathlib.Path(folder)
    made = folder / "made"
    subprocess.run([program, "simulate", str(made), "--persons", "150", "--lists", "8", "--seed", "11"], check=True, capture_output=True, env=environment)
    desk, right = folder / "desk", folder / "right"
    desk.mkdir(parents=True)
    (right / "lists").mkdir(parents=True)
    hospital, newspaper, relatives = (rows_of(made / "lists" / f"{name}.csv") for name in ("hospital", "newspaper", "relatives"))
    write_csv(right / "lists/hospital.csv", hospital)
    write_csv(right / "lists/newspaper.csv", newspaper)
    write_csv(right / "lists/relatives.csv", relatives)
    (right / "investigation.toml").write_text(
        'title = "The right number"\ninvented = true\nlanguages = ["en"]\n'
        '[[list]]\nname = "hospital"\nfile = "hospital.csv"\n[[list]]\nname = "newspaper"\nfile = "newspaper.csv"\n'
        '[[list]]\nname = "relatives"\nfile = "relatives.csv"\n', encoding="utf-8")
    sex = hospital[0].index("Пол")
    faulty = 0
    for row in hospital[1:]:
        if row[sex] == "м":
            row[sex] = "1"
            faulty += 1
    above = [[REMARKS[0]], [REMARKS[1]]] + [[f"Примечание {number}"] for number in range(1, 26)]
    write_xlsx(desk / "hospital.xlsx", {"Лист1": above + hospital})
    write_xlsx(desk / "newspaper.xlsx", {"About": [["Names as the newspaper had them"], ["All of them are invented"]], "Names": newspaper})
    relatives[0][0] = "Кімді жоғалттық"
    write_csv(desk / "relatives.csv", relatives)
    return faulty
