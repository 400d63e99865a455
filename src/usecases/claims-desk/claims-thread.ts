// The thread in which documents of others are read and held against drafts: what it may cost is limited from outside.
import { answerOrders } from './answer-orders.ts'

answerOrders()
