import { type RenderResult, render, screen } from '@testing-library/preact';
import { OptionsScreen } from '@/lib/screens/options/OptionsScreen';

/** The options at `hash`, once they have been read. */
export async function openOptions(hash: string): Promise<RenderResult> {
  location.hash = hash;
  const view = render(<OptionsScreen />);
  await screen.findByRole('heading', { level: 1 });
  return view;
}
