// What only the people of an engagement can say: answers to what its activities ask, and decisions.
import { z } from 'zod'
import { Decision } from '../../core/decision.ts'
import { ActivityId } from '../../core/identifiers.ts'
import { Text, Title } from '../../core/text.ts'
import { answerQuestions, listQuestions } from '../../usecases/answer-questions.ts'
import { readHead } from '../../usecases/engagement-head.ts'
import { editDecision } from '../../usecases/record-decision.ts'
import { route } from '../route.ts'
import { draftPath, edited, engagementParams, previewQuery } from './draft-bodies.ts'

const QuestionBody = z.strictObject({
  name: z.string().meta({ example: 'request channel' }),
  ask: z.string().optional(),
  example: z.string().optional(),
  default: z.string().optional().meta({ description: 'the customary answer' }),
  answer: z.string().nullable().meta({ description: 'null: none yet, or none that says anything' }),
  activities: z.array(ActivityId).meta({ description: 'where it is asked' }),
})

const answered = z.string().nullable()

export const draftAnswerRoutes = [
  route({
    name: 'listParameters',
    method: 'GET',
    path: `${draftPath}/parameters`,
    summary: 'What the activities ask, each with its answer and where it is used',
    action: 'engagement.read',
    params: engagementParams,
    query: z.strictObject({
      open: z.enum(['true', 'false']).optional().meta({ description: 'true: only the unanswered' }),
    }),
    answers: {
      status: 200,
      says: 'what most activities ask first',
      body: z.strictObject({ parameters: z.array(QuestionBody) }),
    },
    run: async (ctx, { params: { engagement: id }, query: { open } }) => {
      const parameters = await listQuestions(ctx, id)
      return { body: { parameters: parameters.filter(({ answer }) => open !== 'true' || answer === null) } }
    },
  }),
  route({
    name: 'answerParameters',
    method: 'PATCH',
    path: `${draftPath}/parameters`,
    summary: 'Answer what the activities ask: all of the answers or none',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({
      answers: z
        .array(
          z.strictObject({
            name: Title,
            answer: Text.nullable().meta({ description: 'null takes the answer away' }),
            seen: answered.meta({ description: 'what you saw there; null: nothing' }),
          }),
        )
        .min(1)
        .max(1000),
    }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body: { answers } }) => ({
      body: await answerQuestions(ctx, { id, preview }, answers),
    }),
  }),
  route({
    name: 'listDecisions',
    method: 'GET',
    path: `${draftPath}/decisions`,
    summary: 'The decisions of the engagement',
    action: 'engagement.read',
    params: engagementParams,
    answers: { status: 200, says: 'as they stand', body: z.strictObject({ decisions: z.array(Decision) }) },
    run: async (ctx, { params: { engagement: id } }) => {
      const { head } = await readHead(ctx, id)
      return { body: { decisions: head.decisions } }
    },
  }),
  route({
    name: 'recordDecision',
    method: 'POST',
    path: `${draftPath}/decisions`,
    summary: 'Record a decision, with its reason, who decided, and the date',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ decision: Decision }),
    answers: { status: 201, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body }) => ({
      body: await editDecision(ctx, { id, preview }, { kind: 'record', ...body }),
    }),
  }),
  route({
    name: 'changeDecision',
    method: 'PATCH',
    path: `${draftPath}/decisions`,
    summary: 'Change a decision',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ seen: Decision.meta({ description: 'the decision as you saw it' }), decision: Decision }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body }) => ({
      body: await editDecision(ctx, { id, preview }, { kind: 'change', ...body }),
    }),
  }),
  route({
    name: 'withdrawDecision',
    method: 'POST',
    path: `${draftPath}/decisions/withdraw`,
    summary: 'Withdraw a decision',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ seen: Decision.meta({ description: 'the decision as you saw it' }), because: Text }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body }) => ({
      body: await editDecision(ctx, { id, preview }, { kind: 'withdraw', ...body }),
    }),
  }),
]
