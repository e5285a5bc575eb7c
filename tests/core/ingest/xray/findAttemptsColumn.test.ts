import { expect, test } from 'vitest';
import { compileUserRowReader } from '../../../../src/core/ingest/userRowReader.ts';
import { applyXrayAnswer } from '../../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { daysAgo, kindsOf, proposedPlan, questionOf, xrayOf } from './xrayBuilder.ts';

const WITH_SUCCESS = `User principal name|lastSignInDateTime|lastSuccessfulSignInDateTime
a@x.example|${daysAgo(1)}T10:00:00Z|${daysAgo(2)}T10:00:00Z`;
const ALONE = `User principal name|lastSignInDateTime\na@x.example|${daysAgo(1)}T10:00:00Z`;

test('a column of attempts is found beside the successful one, which is preferred [LOAD-27]', () => {
  const asked = questionOf(xrayOf(WITH_SUCCESS), 'attemptsColumn');
  expect(asked).toMatchObject({
    position: 1,
    count: 1,
    better: { position: 2, header: 'lastSuccessfulSignInDateTime' },
    answers: ['useSuccessful', 'useAnyway'],
    recommended: 'useSuccessful',
  });
  const classesUnder = (answer: (typeof asked)['recommended']) =>
    compileUserRowReader(applyXrayAnswer(proposedPlan(WITH_SUCCESS), asked, answer)).evidenceColumns.map(
      ({ signalKind, proposedClass }) => `${signalKind} ${proposedClass}`,
    );
  expect(classesUnder('useSuccessful')).toEqual(['attempt passive', 'ssoSignIn loginOnly']);
  expect(classesUnder('useAnyway')).toEqual(['ssoSignIn loginOnly', 'ssoSignIn loginOnly']);
});

test('attempts alone prove no use and stay apart unless somebody says otherwise [LOAD-27]', () => {
  const asked = questionOf(xrayOf(ALONE), 'attemptsColumn');
  expect(asked).toMatchObject({ better: undefined, recommended: 'markAttempts' });
  expect(applyXrayAnswer(proposedPlan(ALONE), asked, 'markAttempts').columns[1]).toMatchObject({
    meaning: 'lastAttempt',
    signalKind: 'attempt',
    proposedClass: 'passive',
  });
});

test('a successful sign-in and a plain last login are no attempts', () => {
  expect(kindsOf(xrayOf(`User ID|Last login\na|${daysAgo(1)}`))).toEqual([]);
});
