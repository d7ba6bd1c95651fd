// Wakes the device's database while the page is still on its way: opening it is the longest of the waits of a start.
void globalThis.indexedDB?.databases?.()
