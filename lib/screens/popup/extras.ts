/*
 * What the popup draws beside its list, as one module that is loaded after it: the tools of the cards, the bar that
 * takes back, the keys. No list waits for them.
 */

export { DoneBar } from '@/components/feed/DoneBar';
export { CardTools } from '@/components/paper/CardTools';
export { SearchHead } from '@/components/search/SearchHead';
export { CopyCheck } from '../recovery/CopyCheck';
export { CalendarDialog } from './CalendarDialog';
export { Keyboard } from './Keyboard';
export { ListMenu } from './ListMenu';
export { MoreCards } from './MoreCards';
export { NewBar } from './NewBar';
export { RoomMade } from './RoomMade';
