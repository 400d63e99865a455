// A matrix document, read from outside: the schema's word first, then what only the whole can tell (ids that repeat or lead nowhere).
import type { z } from 'zod'
import { Activity } from './activity.ts'
import { brief } from './brief.ts'
import type { Context } from './context.ts'
import type { Issue } from './issue.ts'
import { Engagement, MatrixHead, matrixFormat } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { engagementIssues, matrixIssues } from './matrix-references.ts'
import { joinStrayCommas } from './stray-comma.ts'
import { firstIssues, issueLimit, issuesOf, sayPath } from './schema-issues.ts'

export type Document =
  | { readonly kind: 'matrix'; readonly matrix: Matrix }
  | { readonly kind: 'engagement'; readonly engagement: Engagement }

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Far above what anybody writes: so that a hostile document cannot cost a gigabyte of complaints. */
const engagementLimit = 100_000
const activityLimit = 10_000

/** A document without `activities` holds the engagement only. A `$schema` is for the editor and no part of it. */
export function readDocument(value: unknown, context: Pick<Context, 'frameworks'>): Read<Document> {
  const wrong = formatIssue(value)
  if (wrong) return { ok: false, issues: [wrong] }
  const { $schema: _, ...document } = value as Readonly<Record<string, unknown>>
  return Object.hasOwn(document, 'activities') ? readMatrix(document, context) : readEngagement(document, context)
}

function readMatrix(value: Readonly<Record<string, unknown>>, context: Pick<Context, 'frameworks'>): Read<Document> {
  const { activities: list, ...rest } = value
  const head = readHead(MatrixHead, rest)
  const activities = readActivities(list, value)
  if (!head.ok || !activities.ok)
    return { ok: false, issues: firstIssues([...problems(head), ...problems(activities)]) }
  const matrix = { ...head.value, activities: activities.value }
  const issues = firstIssues(matrixIssues(matrix, context))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { kind: 'matrix', matrix } }
}

function readEngagement(value: unknown, context: Pick<Context, 'frameworks'>): Read<Document> {
  const head = readHead(Engagement, value)
  if (!head.ok) return head
  const issues = firstIssues(engagementIssues(head.value, context))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { kind: 'engagement', engagement: head.value } }
}

function readHead<T>(schema: z.ZodType<T>, value: unknown): Read<T> {
  if (holdsMore(value, engagementLimit))
    return {
      ok: false,
      issues: [
        { at: 'the document', message: `its engagement holds more than ${engagementLimit} values; no matrix does` },
      ],
    }
  const parsed = schema.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, issues: issuesOf(parsed.error, value) }
}

/** One by one, and no further than the first page of issues. */
function readActivities(list: unknown, document: unknown): Read<readonly Activity[]> {
  if (!Array.isArray(list)) return { ok: false, issues: [{ at: 'activities', message: 'expected a list' }] }
  const activities: Activity[] = []
  const issues: Issue[] = []
  for (const [index, value] of (list as readonly unknown[]).entries()) {
    const found = readActivity(value, ['activities', index], document)
    if (found.ok) activities.push(found.value)
    else issues.push(...found.issues)
    if (issues.length > issueLimit) break
  }
  return issues.length > 0 ? { ok: false, issues: firstIssues(issues) } : { ok: true, value: activities }
}

function readActivity(value: unknown, path: readonly PropertyKey[], document: unknown): Read<Activity> {
  if (holdsMore(value, activityLimit))
    return {
      ok: false,
      issues: [
        { at: sayPath(path, document), message: `it holds more than ${activityLimit} values; no activity does` },
      ],
    }
  const parsed = Activity.safeParse(joinStrayCommas(value))
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, issues: issuesOf(parsed.error, document, path) }
}

function problems(read: Read<unknown>): readonly Issue[] {
  return read.ok ? [] : read.issues
}

/** Counts without recursion, and no further than the limit. */
function holdsMore(root: unknown, limit: number): boolean {
  const waiting = [root]
  for (let seen = 0; waiting.length > 0; seen += 1) {
    if (seen + waiting.length > limit) return true
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value) && value.length > limit) return true
    for (const child of Object.values(value)) waiting.push(child)
  }
  return false
}

function formatIssue(value: unknown): Issue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { at: 'the document', message: 'a matrix document is a group of fields that starts with "format"' }
  }
  const format = Object.hasOwn(value, 'format') ? (value as { readonly format: unknown }).format : undefined
  if (format === matrixFormat) return undefined
  const version = typeof format === 'string' ? /^demarc\/matrix@(\d+)$/.exec(format) : null
  if (version && Number(version[1]) > 1) {
    return {
      at: 'format',
      message: `this document is of format version ${brief(version[1]!)}; this Demarc reads version 1. Update Demarc, then try again`,
    }
  }
  if (format === undefined)
    return { at: 'format', message: `this is not a matrix document: its first field must be format: ${matrixFormat}` }
  return {
    at: 'format',
    message: `${brief(JSON.stringify(format))} is not a format that Demarc reads; expected ${matrixFormat}`,
  }
}
