/** Whether this browser may show desktop notifications; null where it has none, as on plain http. */
export function notificationPermission(): NotificationPermission | null {
  return window.isSecureContext && "Notification" in window ? Notification.permission : null;
}

export function showNotification(title: string, body: string, onOpen: () => void): void {
  if (notificationPermission() !== "granted") return;
  try {
    const shown = new Notification(title, { body, tag: body });
    shown.addEventListener("click", () => {
      window.focus();
      onOpen();
      shown.close();
    });
  } catch {
    // Some phones only let a service worker show one; the page still tells by title and icon.
  }
}
