import { amendScorecardContract } from "./amendments";
import { listAuditContract } from "./audit";
import {
  compareCandidatesContract,
  findCandidatesContract,
  getDossierContract,
  listCandidatesContract,
} from "./candidates";
import type { Contract } from "./contract";
import {
  decideDebriefContract,
  getDebriefContract,
  joinDebriefContract,
  openDebriefContract,
  revealDebriefContract,
} from "./debriefs";
import { getDirectoryContract, meanGroupContract } from "./directory";
import { openDraftContract } from "./drafts";
import { listenContract } from "./events";
import {
  exportCandidatesContract,
  exportComparisonContract,
  exportDossierContract,
  exportHeatmapContract,
  exportOpeningContract,
} from "./exports";
import { getHeatmapContract } from "./heatmap";
import { previewImportContract, runImportContract } from "./imports";
import { getInterviewContract, listInterviewsContract } from "./interviews";
import {
  changeMemberContract,
  getMeContract,
  inviteMemberContract,
  listMembersContract,
  renewInvitationContract,
} from "./members";
import { nudgeSeatContract } from "./nudges";
import { applyOperationsContract, catchUpContract } from "./operations";
import {
  changeFindingRuleContract,
  getOwnFiguresContract,
  getPanelSheetContract,
  shareOwnFiguresContract,
} from "./panels";
import {
  addOwnAnswerContract,
  agreeReferenceContract,
  attemptPracticeContract,
  changeReadinessRuleContract,
  draftReferenceContract,
  getPracticeAnswerContract,
  getPracticeProgressContract,
  getPracticeTeamContract,
  listOwnAnswersContract,
  listPracticeContract,
  proposeReferenceContract,
} from "./practice";
import {
  closeRoundContract,
  getRoundContract,
  joinRoundContract,
  listRoundsContract,
  revealRoundContract,
  startRoundContract,
  takeOverRoundContract,
  talkRoundContract,
} from "./practice-rounds";
import {
  changeRetentionContract,
  erasePersonContract,
  exportPersonContract,
  findPeopleContract,
  getPersonContract,
  getRetentionContract,
  liftHoldContract,
  listErasedScorecardsContract,
  placeHoldContract,
  placeOpeningContract,
} from "./privacy";
import { getRubricContract } from "./rubric";
import {
  changeRubricDraftContract,
  discardRubricDraftContract,
  draftRubricContract,
  exportRubricContract,
  listRubricsContract,
  publishRubricDraftContract,
  retireRubricContract,
} from "./rubric-versions";
import {
  addScoreFileContract,
  chooseScoreColumnsContract,
  discardScoreFileContract,
  getScoreFileContract,
  getScoreSheetContract,
  keepScoreFileContract,
  listScoreFilesContract,
  sendScorePartContract,
} from "./score-files";
import {
  chooseOrganizationContract,
  endOtherSessionsContract,
  endSessionContract,
  listOrganizationsContract,
  listSessionsContract,
} from "./sessions";
import { submitScorecardContract } from "./submission";
import { createTokenContract, listTokensContract, revokeTokenContract } from "./tokens";

/** Every address of the API. The OpenAPI document and the route test are generated from this list. */
export const CONTRACTS: readonly Contract[] = [
  getMeContract,
  listInterviewsContract,
  getInterviewContract,
  openDraftContract,
  applyOperationsContract,
  catchUpContract,
  submitScorecardContract,
  amendScorecardContract,
  listCandidatesContract,
  findCandidatesContract,
  compareCandidatesContract,
  getHeatmapContract,
  getDossierContract,
  nudgeSeatContract,
  listenContract,
  exportCandidatesContract,
  exportHeatmapContract,
  exportComparisonContract,
  exportDossierContract,
  exportOpeningContract,
  getPanelSheetContract,
  getOwnFiguresContract,
  shareOwnFiguresContract,
  changeFindingRuleContract,
  getDebriefContract,
  joinDebriefContract,
  openDebriefContract,
  revealDebriefContract,
  decideDebriefContract,
  getRubricContract,
  listRubricsContract,
  draftRubricContract,
  changeRubricDraftContract,
  discardRubricDraftContract,
  publishRubricDraftContract,
  retireRubricContract,
  exportRubricContract,
  listPracticeContract,
  getPracticeAnswerContract,
  attemptPracticeContract,
  getPracticeProgressContract,
  getPracticeTeamContract,
  changeReadinessRuleContract,
  listOwnAnswersContract,
  addOwnAnswerContract,
  proposeReferenceContract,
  draftReferenceContract,
  agreeReferenceContract,
  listRoundsContract,
  startRoundContract,
  getRoundContract,
  joinRoundContract,
  revealRoundContract,
  talkRoundContract,
  closeRoundContract,
  takeOverRoundContract,
  previewImportContract,
  runImportContract,
  listMembersContract,
  inviteMemberContract,
  changeMemberContract,
  renewInvitationContract,
  getDirectoryContract,
  meanGroupContract,
  listAuditContract,
  listSessionsContract,
  endSessionContract,
  endOtherSessionsContract,
  listOrganizationsContract,
  chooseOrganizationContract,
  listTokensContract,
  createTokenContract,
  revokeTokenContract,
  findPeopleContract,
  getPersonContract,
  erasePersonContract,
  exportPersonContract,
  placeHoldContract,
  liftHoldContract,
  listErasedScorecardsContract,
  getRetentionContract,
  changeRetentionContract,
  placeOpeningContract,
  listScoreFilesContract,
  addScoreFileContract,
  sendScorePartContract,
  getScoreFileContract,
  chooseScoreColumnsContract,
  getScoreSheetContract,
  keepScoreFileContract,
  discardScoreFileContract,
];
