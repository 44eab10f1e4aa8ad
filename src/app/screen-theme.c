#include "app/screen-theme.h"

#include <adwaita.h>

const MisTheme *
mis_screen_theme_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return mis_theme_get (dark ? MIS_THEME_HIGH_CONTRAST_DARK : MIS_THEME_HIGH_CONTRAST_LIGHT);
  return mis_theme_get (dark ? MIS_THEME_DARK : MIS_THEME_LIGHT);
}
