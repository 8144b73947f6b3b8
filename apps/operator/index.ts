export { createOperatorProgram, type OperatorTerminal } from './program';
