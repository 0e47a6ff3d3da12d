// Makes the deck or guide in a JSON file with PptxGenJS or docx, and prints the least processor seconds of a run.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [what, file, modules, runs] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const input = JSON.parse(readFileSync(file, "utf8"));
const INCH = 914400;

async function deck() {
  const PptxGenJS = require("pptxgenjs");
  const pptx = new PptxGenJS();
  pptx.layout = "LAYOUT_WIDE";
  const box = ([x, y, w, h]) => ({ x: x / INCH, y: y / INCH, w: w / INCH, h: h / INCH });
  const draw = (slide, shape) => {
    if (shape.kind === "group") shape.inner.forEach((each) => draw(slide, each));
    else if (shape.kind === "table") slide.addTable(rows(shape), box(shape.place));
    else if (shape.texts.length)
      slide.addText(shape.texts.map((text) => ({ text, options: { breakLine: true } })), box(shape.place));
    else if (shape.kind === "line") slide.addShape("line", { ...box(shape.place), line: { color: "1F4E79", width: 1 } });
    else if (shape.kind !== "placeholder")
      slide.addShape("rect", { ...box(shape.place), fill: { color: "FFC845" } });
  };
  for (const each of input) {
    const slide = pptx.addSlide();
    each.shapes.forEach((shape) => draw(slide, shape));
    if (each.notes) slide.addNotes(each.notes);
  }
  return pptx.write({ outputType: "nodebuffer", compression: true });
}

function rows({ texts, columns }) {
  return Array.from({ length: texts.length / columns }, (_, at) =>
    texts.slice(at * columns, (at + 1) * columns).map((text) => ({ text })),
  );
}

async function guide() {
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } = require("docx");
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
  const make = {
    heading: ([text]) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 }),
    text: ([text]) => new Paragraph(text),
    bullet: ([text]) => new Paragraph({ text, bullet: { level: 0 } }),
    table: (texts) => new Table({ rows: texts.map((row) => new TableRow({ children: row.map(cell) })) }),
  };
  const children = input.map(([kind, texts]) => make[kind](texts));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

let least = Infinity;
for (let run = 0; run < Number(runs); run += 1) {
  const start = process.cpuUsage();
  await (what === "deck" ? deck() : guide());
  const { user, system } = process.cpuUsage(start);
  least = Math.min(least, (user + system) / 1e6);
}
console.log(least);
