/* recovered-bar.h: says of a project that the program had ended before it was saved. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_RECOVERED_BAR (mis_recovered_bar_get_type ())
G_DECLARE_FINAL_TYPE (MisRecoveredBar, mis_recovered_bar, MIS, RECOVERED_BAR, AdwBin)

/* It is not to be seen at first; somebody may close it. */
void mis_recovered_bar_set_shown (MisRecoveredBar *self, gboolean shown);

G_END_DECLS
