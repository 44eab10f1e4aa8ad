/* guide-entry.h: a row in which a name is typed; it is in the project at once. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_ENTRY (mis_guide_entry_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideEntry, mis_guide_entry, MIS, GUIDE_ENTRY, AdwEntryRow)

/**
 * MisGuideEntry:
 *
 * Signals "edited" (the text): somebody has typed a letter; "left": by Enter or with the keyboard,
 * so that what was typed is over; "removed": what is named so is to go.
 */

/* @removal: (nullable): what the button that removes it is called; without, there is none. */
GtkWidget *mis_guide_entry_new (const char *title, const char *removal);

/* Shows @text, unless it is there already. */
void mis_guide_entry_show (MisGuideEntry *self, const char *text);

/* (nullable): why the text cannot be taken. */
void mis_guide_entry_set_fault (MisGuideEntry *self, const char *fault);

G_END_DECLS
