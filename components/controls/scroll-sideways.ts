/** For a row that scrolls sideways: a mouse has no sideways wheel. */
export function scrollSideways(event: WheelEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.deltaX === 0 && !event.shiftKey) event.currentTarget.scrollLeft += event.deltaY;
}
