/** The synapse level: its picture, and what stands under it. */
export { SynapseFoot } from './foot';
export { SynapseStage } from './stage';
