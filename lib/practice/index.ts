import type { PracticeAnswer } from "@/lib/domain/practice-answer";
import { allergenBoard } from "./answers/allergen-board";
import { anchorBolts } from "./answers/anchor-bolts";
import { cachedPrices } from "./answers/cached-prices";
import { cohortWindow } from "./answers/cohort-window";
import { committedKey } from "./answers/committed-key";
import { courtDeadline } from "./answers/court-deadline";
import { dataCentreMove } from "./answers/data-centre-move";
import { donorLetter } from "./answers/donor-letter";
import { dosageUnit } from "./answers/dosage-unit";
import { examPapers } from "./answers/exam-papers";
import { extraZero } from "./answers/extra-zero";
import { forcePush } from "./answers/force-push";
import { formalYou } from "./answers/formal-you";
import { fourNights } from "./answers/four-nights";
import { freezerDoor } from "./answers/freezer-door";
import { fridayDeploy } from "./answers/friday-deploy";
import { growthFigure } from "./answers/growth-figure";
import { legalReview } from "./answers/legal-review";
import { mainDeck } from "./answers/main-deck";
import { milkOrder } from "./answers/milk-order";
import { nightHandover } from "./answers/night-handover";
import { oldBanner } from "./answers/old-banner";
import { palletCount } from "./answers/pallet-count";
import { parentalLeave } from "./answers/parental-leave";
import { plasticHousing } from "./answers/plastic-housing";
import { promisedQuarter } from "./answers/promised-quarter";
import { radioSlots } from "./answers/radio-slots";
import { reeferSetting } from "./answers/reefer-setting";
import { referenceCall } from "./answers/reference-call";
import { safetyNotice } from "./answers/safety-notice";
import { sharedInbox } from "./answers/shared-inbox";
import { skippedTest } from "./answers/skipped-test";
import { stalePrice } from "./answers/stale-price";
import { thermostatTweet } from "./answers/thermostat-tweet";
import { thirtyBranches } from "./answers/thirty-branches";
import { ticketQueue } from "./answers/ticket-queue";
import { unpostedAccrual } from "./answers/unposted-accrual";
import { weddingDate } from "./answers/wedding-date";
import { winBackMail } from "./answers/win-back-mail";
import { wrongName } from "./answers/wrong-name";
import { wrongPhase } from "./answers/wrong-phase";
import { wrongScreen } from "./answers/wrong-screen";
import { wrongTerminal } from "./answers/wrong-terminal";

/** Every answer that comes with Plumbline, strong and weak mixed as a real week mixes them. */
export const PRACTICE_ANSWERS: readonly PracticeAnswer[] = [
  wrongPhase,
  growthFigure,
  stalePrice,
  donorLetter,
  ticketQueue,
  dosageUnit,
  fourNights,
  extraZero,
  mainDeck,
  referenceCall,
  cachedPrices,
  thermostatTweet,
  sharedInbox,
  forcePush,
  wrongTerminal,
  safetyNotice,
  milkOrder,
  legalReview,
  anchorBolts,
  radioSlots,
  weddingDate,
  parentalLeave,
  plasticHousing,
  promisedQuarter,
  freezerDoor,
  thirtyBranches,
  courtDeadline,
  wrongScreen,
  palletCount,
  formalYou,
  dataCentreMove,
  oldBanner,
  committedKey,
  allergenBoard,
  examPapers,
  unpostedAccrual,
  winBackMail,
  reeferSetting,
  fridayDeploy,
  cohortWindow,
  skippedTest,
  wrongName,
  nightHandover,
];
