/* value-entry.h: the field in which a number is typed; what is no number stays, marked. Or
 * any text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIS_TYPE_VALUE_ENTRY (mis_value_entry_get_type ())
G_DECLARE_FINAL_TYPE (MisValueEntry, mis_value_entry, MIS, VALUE_ENTRY, GtkEntry)

/**
 * MisValueEntry:
 *
 * Signal "typed" (a double): the user has entered a number, by Enter or by leaving the field. A
 * handler that refuses it says why with mis_value_entry_set_fault(). Escape brings back the value
 * that was shown before, and so does leaving the field empty.
 *
 * Signal "typed-text" (a string): the same in a field for any text, which has no signal "typed".
 *
 * Property "fault" (nullable): why the text is not taken.
 */

/* Shows @text, the value as it is now: at once, or behind what somebody is typing. */
void mis_value_entry_show (MisValueEntry *self, const char *text);

/* Likewise, where @text is rounded: all digits are in @exact, which the field shows while it has
 * the focus, so that what is copied or changed is the value itself. */
void mis_value_entry_show_rounded (MisValueEntry *self, const char *text, const char *exact);

/* What it was told to show last, rounded if that is how it was told. */
const char *mis_value_entry_get_value (MisValueEntry *self);

/* Whether the number is one of agents: "1,000" is then a thousand. */
void mis_value_entry_set_counting (MisValueEntry *self, gboolean counting);

/* Whether any text may be typed, such as a title or a list; its width is then that of
 * the template. */
void mis_value_entry_set_any_text (MisValueEntry *self, gboolean any_text);

/* Whether somebody is typing; and what was typed is entered, as by Enter, if somebody is. */
gboolean mis_value_entry_is_typing (MisValueEntry *self);
void mis_value_entry_commit (MisValueEntry *self);

/* Forgets what was being typed, and its fault. */
void mis_value_entry_stop_typing (MisValueEntry *self);

void mis_value_entry_set_fault (MisValueEntry *self, const char *fault);
const char *mis_value_entry_get_fault (MisValueEntry *self);

G_END_DECLS
