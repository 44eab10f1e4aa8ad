/* screen-theme.h: the theme in which the window draws: light or dark, with high contrast or not. */
#pragma once

#include "plot/theme.h"

G_BEGIN_DECLS

/**
 * mis_screen_theme_get:
 *
 * Who draws in it draws again whenever a property of the style manager changes.
 *
 * Returns: (transfer none): what the style manager of libadwaita asks for now
 */
const MisTheme *mis_screen_theme_get (void);

G_END_DECLS
