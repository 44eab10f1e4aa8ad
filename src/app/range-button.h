/* range-button.h: the button beside a weight or a conflict that opens its range. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/parameter.h"

G_BEGIN_DECLS

#define MIS_TYPE_RANGE_BUTTON (mis_range_button_get_type ())
G_DECLARE_FINAL_TYPE (MisRangeButton, mis_range_button, MIS, RANGE_BUTTON, AdwBin)

/* (nullable): whose range it opens from now on. Hidden where that may have none. What was open is
 * closed; the popover is made when it is asked for first. */
void mis_range_button_bind (MisRangeButton *self, MisDocument *document, MisParameter *parameter);

/* Opens the range, if there may be one; whether there may. */
gboolean mis_range_button_open (MisRangeButton *self);

/* Whether it is open, and so has the keys. */
gboolean mis_range_button_is_open (MisRangeButton *self);

G_END_DECLS
