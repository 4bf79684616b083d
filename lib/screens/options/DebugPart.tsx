import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { DebugInfo } from '@/components/options/DebugInfo';
import { Part } from '@/components/options/Section';
import { writeClipboard } from '@/lib/browser/clipboard';
import { readVersion } from '@/lib/browser/lifecycle';
import { toDebugText } from '@/lib/core/about/debug-text';
import type { Day } from '@/lib/core/days/day';
import { type StoredFacts, useDebugFacts } from '@/lib/ui/use-debug-facts';

/** What helps to find a fault; nothing of the user's interests unless they tick it. */
export function DebugPart({ now, today }: { now: number; today: Day }): JSX.Element {
  const facts = useDebugFacts(today).value;
  const [withInterests, setWithInterests] = useState(false);
  const [said, setSaid] = useState('');
  const text = facts ? toText(facts, withInterests, now) : '';
  const copy = async () => {
    const isCopied = await writeClipboard(text);
    setSaid(isCopied ? 'Copied.' : 'The browser refused to copy. Open the text above, select it and copy it by hand.');
  };
  return (
    <Part
      title="For a report"
      explains="Versions, counts, the schedule, the ledger of 60 days, failures and the last requests. No topic, note, query, title of a paper or day you picked, unless you tick it."
    >
      <DebugInfo
        text={text}
        withInterests={withInterests}
        said={said}
        onInterests={(value) => {
          setWithInterests(value);
          setSaid('');
        }}
        onCopy={() => void copy()}
      />
    </Part>
  );
}

function toText({ interests, ...facts }: StoredFacts, withInterests: boolean, now: number): string {
  return toDebugText({
    ...facts,
    ...(withInterests ? { interests } : {}),
    now,
    version: readVersion(),
    userAgent: navigator.userAgent,
  });
}
