import { useEffect, useState } from 'react';
import { arrived, NOT_ASKED, notArrived, type Loaded } from '../../state/loaded.ts';
import type { Answer, Ask, CallName } from '../../worker/protocol.ts';
import { useApp } from './appContext.ts';

/**
 * The answer to a question that a part of the screen asks for itself; the question is plain JSON. It is asked anew when
 * it or `key` changes, which must name everything else the answer depends on; `undefined` asks nothing. The last answer
 * stays until the next one is there; what has been overtaken is dropped. `latest`: for a question that changes with
 * every letter typed and that nobody else asks; what is overtaken is then not even worked on.
 */
export function useAsked<Name extends CallName>(
  call: Name,
  question: Ask<Name>,
  key: string | undefined,
  latest = false,
): Loaded<Answer<Name>> {
  const { ask } = useApp();
  const text = JSON.stringify(question);
  const [found, setFound] = useState<{
    readonly key: string | undefined;
    readonly text: string;
    readonly answer: Loaded<Answer<Name>>;
  }>({ key: undefined, text, answer: NOT_ASKED });
  useEffect(() => {
    if (key === undefined) return undefined;
    let left = false;
    void ask(call, JSON.parse(text) as Ask<Name>, { latest }).then((result) => {
      if (left) return;
      setFound((before) => ({
        key,
        text,
        answer: result.ok ? arrived(result.value) : notArrived(before.answer, result.failure),
      }));
    });
    return () => {
      left = true;
    };
  }, [ask, call, text, key, latest]);
  if (key === undefined) return NOT_ASKED;
  return { ...found.answer, loading: found.key !== key || found.text !== text };
}
