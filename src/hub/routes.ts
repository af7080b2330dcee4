import { agreementPages } from './agreement/agreement.page.ts';
import { agreementFormPages } from './agreement/agreementForm.page.ts';
import { agreementListPages } from './agreement/agreementList.page.ts';
import { endAgreementPages } from './agreement/endAgreement.page.ts';
import { grantFilePages } from './agreement/grantFile.page.ts';
import { signAgreementPages } from './agreement/signAgreement.page.ts';
import { benchmarkPages } from './benchmarks/benchmark.page.ts';
import { benchmarkFormPages } from './benchmarks/benchmarkForm.page.ts';
import { benchmarkListPages } from './benchmarks/benchmarkList.page.ts';
import { changeTargetsPages } from './benchmarks/changeTargets.page.ts';
import { claimFilePages } from './claims/claimFiles.page.ts';
import { claimFormPages } from './claims/claimForm.page.ts';
import { claimListPages } from './claims/claimList.page.ts';
import { claimPages } from './claims/claim.page.ts';
import { initiativePages } from './claims/initiativeForm.page.ts';
import { districtListPages } from './evidence/districtList.page.ts';
import { districtPages } from './evidence/district.page.ts';
import { enrolmentSharePages } from './evidence/enrolmentShare.page.ts';
import { figurePages } from './evidence/figure.page.ts';
import { measurePages } from './evidence/measure.page.ts';
import { measureListPages } from './evidence/measureList.page.ts';
import { changeCommitmentPages } from './commitments/changeCommitment.page.ts';
import { commitmentPages } from './commitments/commitment.page.ts';
import { commitmentListPages } from './commitments/commitmentList.page.ts';
import { hoursEntryPages } from './commitments/hoursEntry.page.ts';
import { hoursPages } from './commitments/hours.page.ts';
import { newCommitmentPages } from './commitments/newCommitment.page.ts';
import { newHoursPages } from './commitments/newHours.page.ts';
import { briefPages } from './contacts/brief.page.ts';
import { changeContactPages } from './contacts/changeContact.page.ts';
import { contactPages } from './contacts/contact.page.ts';
import { contactFormPages } from './contacts/contactForm.page.ts';
import { contactListPages } from './contacts/contactList.page.ts';
import { minutesFormPages } from './contacts/minutesForm.page.ts';
import { sheetPreviewPages } from './sheets/sheetPreview.page.ts';
import { sheetPages } from './sheets/sheets.page.ts';
import { mailChoicePages } from './digest/mailChoice.page.ts';
import { factSheetPages } from './factsheet/factSheet.page.ts';
import { publicSheetPages } from './factsheet/publicSheet.page.ts';
import { publishSheetPages } from './factsheet/publishSheet.page.ts';
import { answerAskPages } from './needs/answerAsk.page.ts';
import { askPages } from './needs/ask.page.ts';
import { capacityPages } from './needs/capacity.page.ts';
import { capacityFormPages } from './needs/capacityForm.page.ts';
import { changeNeedPages } from './needs/changeNeed.page.ts';
import { comparisonNotePages } from './needs/comparisonNoteForm.page.ts';
import { linkPages } from './links/link.page.ts';
import { linkListPages } from './links/linkList.page.ts';
import { cyclePages } from './cycles/cycle.page.ts';
import { cycleListPages } from './cycles/cycleList.page.ts';
import { cycleSidePages } from './cycles/cycleSide.page.ts';
import { handTestPages } from './cycles/handTest.page.ts';
import { logCyclePages } from './cycles/logCycle.page.ts';
import { newCyclePages } from './cycles/newCycle.page.ts';
import { replyListPages } from './replies/replyList.page.ts';
import { cellPages } from './matching/cell.page.ts';
import { districtGridPages } from './matching/districtGrid.page.ts';
import { matchingPages } from './matching/matching.page.ts';
import { needPages } from './needs/need.page.ts';
import { needFormPages } from './needs/needForm.page.ts';
import { needListPages } from './needs/needList.page.ts';
import { newAskPages } from './needs/newAsk.page.ts';
import { proposalPages } from './needs/proposalList.page.ts';
import { similarPages } from './matching/similar.page.ts';
import { adoptionFormPages } from './practices/adoptionForm.page.ts';
import { practicePages } from './practices/practice.page.ts';
import { practiceFormPages } from './practices/practiceForm.page.ts';
import { practiceListPages } from './practices/practiceList.page.ts';
import { resultFormPages } from './practices/resultForm.page.ts';
import { studyFormPages } from './practices/studyForm.page.ts';
import { bringReleasePages } from './releases/bringRelease.page.ts';
import { doorPages } from './releases/door.page.ts';
import { doorKeyPages } from './releases/doorKeys.page.ts';
import { pushReleasePages } from './releases/pushRelease.page.ts';
import { releasePages } from './releases/release.page.ts';
import { sharedPages } from './releases/shared.page.ts';
import { sharedMeasurePages } from './releases/sharedMeasure.page.ts';
import { resourcePages } from './resources/resources.page.ts';
import { sourceFormPages } from './resources/sourceForm.page.ts';
import { sourcePages } from './resources/source.page.ts';
import { flexibilityFormPages } from './resources/flexibilityForm.page.ts';
import { flexibilityPages } from './resources/flexibility.page.ts';
import { packetPages } from './resources/packet.page.ts';
import { conditionFormPages } from './resources/conditionForm.page.ts';
import { conditionStepPages } from './resources/conditionStep.page.ts';
import { ledgerListPages } from './resources/ledgerList.page.ts';
import { ledgerFilePages } from './resources/ledgerFile.page.ts';
import { rulePages } from './resources/rules.page.ts';
import { inKindPages } from './resources/inKind.page.ts';
import { deputyFormPages } from './succession/deputyForm.page.ts';
import { handoverPages } from './succession/handoverActs.page.ts';
import { handoverPackPages } from './succession/handoverPack.page.ts';
import { leaveFormPages } from './succession/leaveForm.page.ts';
import { ownWorkPages } from './succession/ownWork.page.ts';
import { outboxPages } from './mail/outbox.page.ts';
import { glancePages } from './partnership/glance.page.ts';
import { historyPages } from './partnership/history.page.ts';
import { accountPages } from './people/account.page.ts';
import { landingPages } from './people/landing.page.ts';
import { peoplePages } from './people/people.page.ts';
import { signInPages } from './people/signIn.page.ts';
import { engagementPages } from './work/engagement.page.ts';
import { engagementActPages } from './work/engagementAct.page.ts';
import { engagementListPages } from './work/engagementList.page.ts';
import { feedPages } from './work/feed.page.ts';
import { newEngagementPages } from './work/newEngagement.page.ts';
import { partnerPages } from './work/partner.page.ts';
import { partnerFormPages } from './work/partnerForm.page.ts';
import { partnerListPages } from './work/partnerList.page.ts';
import { reviewListPages } from './reviews/reviewList.page.ts';
import { alignmentPages } from './reviews/alignment.page.ts';
import { reviewFormPages } from './reviews/reviewForm.page.ts';
import { cadencePages } from './reviews/cadence.page.ts';
import { packPages } from './reviews/pack.page.ts';
import { keySignaturePages } from './reviews/keySignature.page.ts';
import { signPackPages } from './reviews/signPack.page.ts';
import { statementPages } from './reviews/statements.page.ts';
import { consentPages } from './reviews/consent.page.ts';
import { draftPackPages } from './reviews/draftPack.page.ts';
import { changeReviewPages } from './reviews/changeReview.page.ts';
import { decidePages } from './reviews/decide.page.ts';
import { reviewPages } from './reviews/review.page.ts';
import type { Route } from './web/route.ts';

/** Every route of the hub; the first that fits answers, so a fixed path stands before one with a parameter in its place. */
export const routes: readonly Route[] = [
  ...landingPages,
  ...signInPages,
  ...accountPages,
  ...outboxPages,
  ...glancePages,
  ...benchmarkListPages,
  ...benchmarkFormPages,
  ...benchmarkPages,
  ...changeTargetsPages,
  ...measureListPages,
  ...measurePages,
  ...districtListPages,
  ...districtPages,
  ...enrolmentSharePages,
  ...figurePages,
  ...claimListPages,
  ...claimFormPages,
  ...initiativePages,
  ...claimFilePages,
  ...claimPages,
  ...matchingPages,
  ...needListPages,
  ...needFormPages,
  ...needPages,
  ...changeNeedPages,
  ...comparisonNotePages,
  ...capacityPages,
  ...capacityFormPages,
  ...newAskPages,
  ...askPages,
  ...answerAskPages,
  ...proposalPages,
  ...districtGridPages,
  ...cellPages,
  ...similarPages,
  ...agreementListPages,
  ...agreementFormPages,
  ...signAgreementPages,
  ...endAgreementPages,
  ...grantFilePages,
  ...agreementPages,
  ...sharedPages,
  ...sharedMeasurePages,
  ...doorPages,
  ...bringReleasePages,
  ...doorKeyPages,
  ...releasePages,
  ...pushReleasePages,
  ...commitmentListPages,
  ...newCommitmentPages,
  ...commitmentPages,
  ...changeCommitmentPages,
  ...contactListPages,
  ...contactFormPages,
  ...contactPages,
  ...briefPages,
  ...minutesFormPages,
  ...changeContactPages,
  ...hoursPages,
  ...newHoursPages,
  ...hoursEntryPages,
  ...practiceListPages,
  ...practiceFormPages,
  ...practicePages,
  ...studyFormPages,
  ...adoptionFormPages,
  ...resultFormPages,
  ...engagementListPages,
  ...newEngagementPages,
  ...engagementPages,
  ...engagementActPages,
  ...feedPages,
  ...partnerListPages,
  ...partnerFormPages,
  ...partnerPages,
  ...resourcePages,
  ...sourceFormPages,
  ...sourcePages,
  ...flexibilityFormPages,
  ...packetPages,
  ...flexibilityPages,
  ...conditionFormPages,
  ...conditionStepPages,
  ...ledgerListPages,
  ...ledgerFilePages,
  ...rulePages,
  ...inKindPages,
  ...factSheetPages,
  ...publishSheetPages,
  ...publicSheetPages,
  ...cycleListPages,
  ...newCyclePages,
  ...handTestPages,
  ...logCyclePages,
  ...cycleSidePages,
  ...cyclePages,
  ...linkPages,
  ...linkListPages,
  ...replyListPages,
  ...reviewListPages,
  ...alignmentPages,
  ...reviewFormPages,
  ...cadencePages,
  ...packPages,
  ...signPackPages,
  ...keySignaturePages,
  ...statementPages,
  ...consentPages,
  ...draftPackPages,
  ...changeReviewPages,
  ...decidePages,
  ...reviewPages,
  ...sheetPages,
  ...sheetPreviewPages,
  ...mailChoicePages,
  ...peoplePages,
  ...ownWorkPages,
  ...handoverPages,
  ...handoverPackPages,
  ...deputyFormPages,
  ...leaveFormPages,
  ...historyPages,
];
