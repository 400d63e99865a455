// The XML of a Word document, event by event, into its body. Names are those of WordprocessingML (ECMA-376-1 §17) without prefixes.
import { sayRaised } from '../html/html-elements.ts'
import { forceLine } from '../html/cell-text.ts'
import { readXml, type XmlAttributes } from '../package/xml-events.ts'
import { signOf, signsOfFont } from './signs.ts'
import {
  addSign,
  addWords,
  closeParagraph,
  closeWordTable,
  noteChange,
  noteComment,
  openParagraph,
  openWordTable,
  type WordBody,
} from './word-body.ts'
import { cellClosed, cellOpened } from './cell-handlers.ts'
import { span, type Handler, type Reading } from './reading.ts'
import { closeWordCell, closeWordRow, openWordCell, openWordRow } from './word-table.ts'

export function readBody(xml: string, body: WordBody): void {
  const reading: Reading = {
    body,
    depth: 0,
    unseenFrom: undefined,
    text: undefined,
    inProperties: '',
    control: undefined,
    field: undefined,
  }
  readXml(xml, {
    open: (name, attributes) => {
      reading.depth += 1
      if (reading.unseenFrom === undefined) opened.get(name)?.(reading, attributes)
    },
    close: (name) => {
      const { depth, unseenFrom } = reading
      reading.depth -= 1
      if (unseenFrom === undefined) closed.get(name)?.(reading, {})
      else if (unseenFrom === depth) {
        reading.unseenFrom = undefined
        closed.get(name)?.(reading, {})
      }
    },
    text: (text) => {
      if (reading.text !== undefined) reading.text += text
    },
  })
}

function handlers(byName: Readonly<Record<string, Handler>>): ReadonlyMap<string, Handler> {
  return new Map(Object.entries(byName))
}

/** A switch of WordprocessingML is on unless it says otherwise. */
function isOn({ val }: XmlAttributes): boolean {
  return val === undefined || !/^(0|false|off|none)$/i.test(val)
}

const passOver: Handler = (reading) => {
  reading.unseenFrom = reading.depth
}

const change: Handler = ({ body }) => noteChange(body)

/** Text that a tracked change took out, as against a row or a paragraph mark that says so of itself. */
const takenOut: Handler = (reading) => {
  noteChange(reading.body)
  const row = reading.body.open.at(-1)?.row
  const cell = reading.body.open.at(-1)?.cell
  if (reading.inProperties === 'trPr' && row) row.deleted = true
  else if (reading.inProperties === '') {
    if (cell) cell.deleted = true
    passOver(reading, {})
  }
}

const opened = handlers({
  ...cellOpened,
  tbl: ({ body }) => openWordTable(body),
  tr: ({ body }) => {
    const table = body.open.at(-1)
    if (table) openWordRow(table)
  },
  tc: ({ body }) => {
    const table = body.open.at(-1)
    if (table) openWordCell(table)
  },
  trPr: (reading) => {
    reading.inProperties = 'trPr'
  },
  rPr: (reading) => {
    reading.inProperties ||= 'rPr'
  },
  gridBefore: ({ body }, { val }) => {
    const row = body.open.at(-1)?.row
    if (row) row.before = span(val)
  },
  tblHeader: ({ body }, attributes) => {
    const row = body.open.at(-1)?.row
    if (row) row.header = isOn(attributes)
  },
  hidden: ({ body, inProperties }, attributes) => {
    const row = body.open.at(-1)?.row
    if (row && inProperties === 'trPr') row.hidden = isOn(attributes)
  },
  tblCaption: ({ body }, { val = '' }) => {
    const table = body.open.at(-1)
    if (table) table.caption ||= val
  },
  p: ({ body }) => openParagraph(body),
  pStyle: ({ body }, { val = '' }) => {
    const paragraph = body.paragraphs.at(-1)
    if (paragraph) paragraph.style = { ...body.styles.get(val) }
  },
  outlineLvl: ({ body }, { val = '' }) => {
    const paragraph = body.paragraphs.at(-1)
    if (paragraph && /^[0-8]$/.test(val)) paragraph.style = { ...paragraph.style, level: Number(val) + 1 }
  },
  r: ({ body }) => {
    body.run = { raised: false, struck: body.paragraphs.at(-1)?.style.struck === true, vanished: false, font: '' }
  },
  rFonts: ({ body: { run } }, { ascii, hAnsi = '' }) => {
    if (run) run.font = ascii ?? hAnsi
  },
  vertAlign: ({ body: { run } }, { val }) => {
    if (run) run.raised = val === 'superscript'
  },
  rStyle: ({ body: { run, styles } }, { val = '' }) => {
    if (run) run.struck = styles.get(val)?.struck === true
  },
  strike: ({ body: { run } }, attributes) => {
    if (run) run.struck = isOn(attributes)
  },
  dstrike: ({ body: { run } }, attributes) => {
    if (run) run.struck ||= isOn(attributes)
  },
  vanish: ({ body: { run } }, attributes) => {
    if (run) run.vanished = isOn(attributes)
  },
  t: (reading) => {
    reading.text = ''
  },
  tab: ({ body, inProperties }) => {
    if (inProperties === '') addWords(body, ' ')
  },
  br: (reading, attributes) => lineEnd(reading, attributes),
  cr: (reading, attributes) => lineEnd(reading, attributes),
  noBreakHyphen: ({ body }) => addWords(body, '-'),
  sym: ({ body }, { font = '', char = '' }) => addWords(body, signOf(body, font, char)),
  footnoteReference: ({ body }, { id = '' }) => addWords(body, `[^${id}]`),
  endnoteReference: ({ body }, { id = '' }) => addWords(body, `[^${id}]`),
  commentReference: ({ body }, { id = '' }) => noteComment(body, id),
  ins: change,
  moveTo: change,
  del: takenOut,
  moveFrom: takenOut,
  cellDel: ({ body }) => {
    noteChange(body)
    const cell = body.open.at(-1)?.cell
    if (cell) cell.deleted = cell.struck = true
  },
  Fallback: passOver,
  rPrChange: passOver,
  pPrChange: passOver,
  trPrChange: passOver,
  tcPrChange: passOver,
  tblPrChange: passOver,
  instrText: passOver,
  drawing: (reading) => picture(reading),
  pict: (reading) => picture(reading),
  object: (reading) => picture(reading),
  sdt: (reading) => {
    reading.control = { box: false, checked: false, prompt: false }
  },
  checkbox: ({ control }) => {
    if (control) control.box = true
  },
  checked: ({ control, field }, attributes) => {
    if (field) field.checked = isOn(attributes)
    else if (control) control.checked = isOn(attributes)
  },
  showingPlcHdr: ({ control }, attributes) => {
    if (control) control.prompt = isOn(attributes)
  },
  sdtContent: (reading, attributes) => answerControl(reading, attributes),
  checkBox: (reading) => {
    reading.field = { checked: undefined, entries: [], result: 0 }
  },
  ddList: (reading) => {
    reading.field = { checked: undefined, entries: [], result: 0 }
  },
  default: ({ field }, attributes) => {
    if (field) field.checked ??= isOn(attributes)
  },
  listEntry: ({ field }, { val = '' }) => {
    field?.entries.push(val)
  },
  result: ({ field }, { val = '0' }) => {
    if (field) field.result = Number(val)
  },
})

const closed = handlers({
  ...cellClosed,
  tbl: ({ body }) => closeWordTable(body),
  tr: ({ body }) => {
    const table = body.open.at(-1)
    if (table) closeWordRow(table)
  },
  tc: ({ body }) => {
    const table = body.open.at(-1)
    if (table) closeWordCell(table)
  },
  trPr: (reading) => {
    reading.inProperties = ''
  },
  rPr: (reading) => {
    if (reading.inProperties === 'rPr') reading.inProperties = ''
  },
  p: ({ body }) => closeParagraph(body),
  r: ({ body }) => {
    body.run = undefined
  },
  t: (reading) => {
    const { body, text = '' } = reading
    reading.text = undefined
    const shown = signsOfFont(body, text)
    addWords(body, body.run?.raised ? sayRaised(shown) : shown)
  },
  checkBox: (reading) => {
    addWords(reading.body, reading.field?.checked ? '☒' : '☐')
    reading.field = undefined
  },
  ddList: (reading) => {
    addWords(reading.body, reading.field?.entries[reading.field.result] ?? '')
    reading.field = undefined
  },
})

function lineEnd({ body, inProperties }: Reading, { type }: XmlAttributes): void {
  const paragraph = body.paragraphs.at(-1)
  if (paragraph && inProperties === '' && type !== 'page' && type !== 'column') forceLine(paragraph.text)
}

function picture({ body }: Reading): void {
  body.pictures += 1
  addSign(body)
}

/** A box is told by its state, not by the sign that the document draws for it; a prompt is no answer. Around a whole cell both stay as drawn. */
function answerControl(reading: Reading, attributes: XmlAttributes): void {
  const { control, body } = reading
  reading.control = undefined
  const inside = body.paragraphs.length > 0 || body.open.at(-1)?.cell !== undefined
  if (!control || !inside || !(control.box || control.prompt)) return
  if (control.box) {
    const alone = body.paragraphs.length === 0
    if (alone) openParagraph(body)
    addWords(body, control.checked ? '☒' : '☐')
    if (alone) closeParagraph(body)
  }
  passOver(reading, attributes)
}
