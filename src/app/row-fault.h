/* row-fault.h: below the name of a row, why what was typed or chosen there is not taken. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @fault: (nullable); @hint: (nullable): what stands there if there is none. */
void mis_row_show_fault (AdwActionRow *row, const char *fault, const char *hint);

/* For a row with a field of its own: that is the stop for the keyboard. Texts are no markup. */
void mis_row_prepare (AdwActionRow *row);

G_END_DECLS
