/* cividis.h: the colours of heat maps, from 0 to 1. */
#pragma once

#include "plot/theme.h"

G_BEGIN_DECLS

/**
 * mis_cividis_color:
 * @level: from 0 (dark blue) to 1 (yellow); what lies beyond takes the colour of the end
 *
 * Looks the same to people with and without a deficiency of colour vision, and grows lighter
 * throughout, so that it holds in grey print (Nuñez, Anderton, Renslow 2018).
 */
MisColor mis_cividis_color (double level);

/* The colour of @level on the ground of a table: what is high stands out from it, dark on a light
 * ground, light on a dark one. */
MisColor mis_cividis_color_on (double level, gboolean dark);

/* Black or white: the one that can be read on the opaque colour @back, at least 4.5:1. */
MisColor mis_color_for_text_on (MisColor back);

G_END_DECLS
