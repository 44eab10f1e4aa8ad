#include "app/import-spellings.h"

#include <glib/gi18n.h>

#define MOST_NAMED 6u /* in the row */

struct _MisImportSpellings
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle;
  MisTablePlan *plan;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisImportSpellings, mis_import_spellings, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (MisImportSpellings *self)
{
  if (self->filling || self->plan == NULL)
    return;
  self->plan->unites_spellings = gtk_switch_get_active (self->toggle);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mis_import_spellings_class_init (MisImportSpellingsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_IMPORT_SPELLINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_import_spellings_init (MisImportSpellings *self)
{
  GtkWidget *toggle = gtk_switch_new ();

  self->toggle = GTK_SWITCH (toggle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), toggle);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 _ ("Goals that differ only in capitals or spaces are one"));
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/* (transfer full): which goals are meant, column by column. */
static char *
list_spellings (const MisTablePlan *plan)
{
  GString *list = g_string_new (NULL);
  guint n = plan->spellings->len;

  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    {
      const MisTableSpelling *one = &g_array_index (plan->spellings, MisTableSpelling, i);

      g_string_append (list, i > 0 ? "\n" : "");
      /* Translators: a problem area, a goal as some spell it, as most do */
      g_string_append_printf (list, _ ("%s: “%s” is “%s”"), plan->labels[one->column], one->text,
                              one->usual);
    }
  if (n > MOST_NAMED)
    {
      g_string_append_c (list, '\n');
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", n - MOST_NAMED),
                              n - MOST_NAMED);
    }
  return g_string_free (list, FALSE);
}

void
mis_import_spellings_show (MisImportSpellings *self, MisTablePlan *plan)
{
  g_autofree char *list = NULL;

  g_return_if_fail (MIS_IS_IMPORT_SPELLINGS (self));

  list = list_spellings (plan);
  self->plan = plan;
  self->filling = TRUE;
  gtk_switch_set_active (self->toggle, plan->unites_spellings);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), plan->spellings->len > 0);
  self->filling = FALSE;
}
