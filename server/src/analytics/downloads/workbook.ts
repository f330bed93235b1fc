import { Readable } from "node:stream";
import yazl from "yazl";
import { clockOf, isNumber, numberOf, type RawRow, type Sheet, wordsOf } from "./sheet.ts";

/**
 * An Excel workbook written as it is read: rows go through the zip stream and are gone. What a sheet can't hold goes
 * on in the next one. Words stand in their cells (`inlineStr`): a list of shared words would have to be kept.
 */

/** Excel's own, the heading taken off. */
const rowsPerSheet = 1_048_575;
/** Little is won by pressing harder, much time is lost. */
const compressionLevel = 3;

export function workbookStream(
  batches: AsyncIterable<RawRow[]>,
  sheet: Sheet,
  { mostRows = rowsPerSheet } = {},
): Readable {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  const source = batches[Symbol.asyncIterator]();
  let pending: readonly RawRow[] = [];
  const fail = (error: unknown) => out.destroy(error as Error);

  /** The next rows for a sheet that has place for `room`; empty when there are no more at all. */
  async function take(room: number): Promise<readonly RawRow[]> {
    while (pending.length === 0) {
      const { value, done } = await source.next();
      if (done) return [];
      pending = value;
    }
    const taken = pending.slice(0, room);
    pending = pending.slice(room);
    return taken;
  }

  async function* writeSheet(): AsyncGenerator<string> {
    yield sheetHead(sheet);
    let written = 0;
    while (written < mostRows) {
      const rows = await take(mostRows - written);
      if (rows.length === 0) break;
      yield sheetRows(rows, sheet, written + 2);
      written += rows.length;
    }
    yield `</sheetData><autoFilter ref="A1:${letters(sheet.columns.length)}${written + 1}"/></worksheet>`;
  }

  function addSheet(number: number): void {
    const xml = Readable.from(writeSheet());
    xml.once("error", fail);
    xml.once("end", () => {
      take(1).then((next) => {
        if (next.length === 0) return close(number);
        pending = [...next, ...pending];
        addSheet(number + 1);
      }, fail);
    });
    zip.addReadStream(xml, `xl/worksheets/sheet${number}.xml`, { compressionLevel });
  }

  function close(sheets: number): void {
    for (const [path, xml] of Object.entries(parts(sheet, sheets))) zip.addBuffer(Buffer.from(xml), path);
    zip.end();
  }

  zip.once("error", fail);
  addSheet(1);
  return out;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaging = "http://schemas.openxmlformats.org/package/2006";

function sheetHead({ columns }: Sheet): string {
  const widths = columns.map(({ kind, heading }, i) => {
    const width = kind === "instant" ? 20 : Math.min(40, Math.max(kind === "text" ? 18 : 10, 2 * heading.length + 2));
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData><row r="1">` +
    `${columns.map(({ heading }, i) => words(heading, `${letters(i + 1)}1`, ' s="1"')).join("")}</row>`
  );
}

function sheetRows(rows: readonly RawRow[], sheet: Sheet, first: number): string {
  let xml = "";
  for (const [n, row] of rows.entries()) {
    const number = first + n;
    xml += `<row r="${number}">`;
    for (let i = 0; i < row.length; i++) xml += cellOf(row[i]!, i, sheet, number);
    xml += "</row>";
  }
  return xml;
}

const dayMs = 86_400_000;
/** Days since the end of 1899, local time taken as it stands. */
const serialOf = (local: string): number => Date.parse(`${local.replace(" ", "T")}Z`) / dayMs + 25_569;

function cellOf(raw: string | null, i: number, sheet: Sheet, row: number): string {
  if (raw === null) return "";
  const column = sheet.columns[i]!;
  const at = `${letters(i + 1)}${row}`;
  if (isNumber(column.kind)) {
    return `<c r="${at}"${column.kind === "ratio" ? ' s="4"' : ""}><v>${numberOf(raw, column.kind)}</v></c>`;
  }
  if (column.kind === "instant") return `<c r="${at}" s="2"><v>${serialOf(clockOf(raw))}</v></c>`;
  if (column.kind === "day") return `<c r="${at}" s="3"><v>${serialOf(`${raw} 00:00:00`)}</v></c>`;
  return words(wordsOf(raw, column, sheet), at);
}

/** A cell of words is never run as a formula, whatever it begins with. Excel takes so many characters. */
const words = (text: string, at: string, style = ""): string =>
  `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, 32_767))}</t></is></c>`;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Control characters and halves of characters have no place in XML. */
const escapeXml = (text: string): string =>
  /[&<>"\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)
    ? text
        .toWellFormed()
        .replace(/\r\n?/g, "\n")
        .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
        .replace(/[&<>"]/g, (sign) => escapes[sign]!)
    : text;

const letterCache: string[] = [];
/** 1 → A, 27 → AA */
function letters(column: number): string {
  letterCache[column] ??=
    (column > 26 ? letters(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));
  return letterCache[column];
}

function parts(sheet: Sheet, sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
  // Signs that Excel does not take in the name of a sheet.
  const name = sheet.name.replace(/[\\/?*[\]:']/g, " ").slice(0, 24);
  return {
    "[Content_Types].xml":
      `${head}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
      `${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
      `${numbers.map((n) => `<sheet name="${escapeXml(sheets > 1 ? `${name} ${n}` : name)}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `${head}<Relationships xmlns="${packaging}/relationships">` +
      `${numbers.map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}` +
      `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
  };
}

/** 0 as it comes, 1 headings, 2 date and time, 3 date, 4 percent. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F2F1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`;
