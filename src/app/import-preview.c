#include "app/import-preview.h"

#include <glib/gi18n.h>

#include "app/import-uses.h"
#include "app/name-factory.h"

#define CELL_CHARS 20 /* as wide as a menu with "Problem area" */
#define MENU_CHARS 15
#define SEARCHED 12u /* things to choose from, behind which typing is faster */

struct _MisImportPreview
{
  GtkWidget parent_instance;

  GtkWidget *viewport; /* no scrolled window, which would take the wheel from the page around it */
  GtkWidget *scrollbar;
  GtkGrid *grid;
  GPtrArray *menus;       /* (element-type GtkDropDown): one for each column that is shown */
  GtkStringList *numbers; /* choices of columns that may hold weights */
  MisTablePlan *plan;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisImportPreview, mis_import_preview, GTK_TYPE_WIDGET)

static GtkDropDown *
get_menu (MisImportPreview *self, guint column)
{
  return g_ptr_array_index (self->menus, column);
}

/* Whoever cannot read all of the choice in the menu can point at it. */
static void
show_choice (MisImportPreview *self, guint column)
{
  GtkDropDown *menu = get_menu (self, column);
  GtkStringObject *choice;

  gtk_drop_down_set_selected (menu,
                              mis_import_uses_find (self->plan, &self->plan->columns[column]));
  choice = gtk_drop_down_get_selected_item (menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (menu),
                               choice != NULL ? gtk_string_object_get_string (choice) : NULL);
}

/* Which weights there can be depends on which columns are areas. */
static void
show_choices (MisImportPreview *self)
{
  g_auto (GStrv) choices = mis_import_uses_list (self->plan, TRUE);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->numbers));
  gboolean differs = g_strv_length (choices) != n;

  for (guint i = 0; !differs && i < n; i++)
    differs = !g_str_equal (choices[i], gtk_string_list_get_string (self->numbers, i));
  self->filling = TRUE;
  if (differs)
    gtk_string_list_splice (self->numbers, 0, n, (const char *const *)choices);
  for (guint i = 0; i < self->menus->len; i++)
    show_choice (self, i);
  self->filling = FALSE;
}

static void
selected_cb (GtkDropDown *menu, GParamSpec *pspec, MisImportPreview *self)
{
  guint item = gtk_drop_down_get_selected (menu), column = 0;

  if (self->filling || item == GTK_INVALID_LIST_POSITION ||
      !g_ptr_array_find (self->menus, menu, &column))
    return;
  self->plan->columns[column] = mis_import_uses_get (self->plan, item);
  show_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_label (const char *text, gboolean is_header)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  if (g_utf8_strlen (line, -1) > CELL_CHARS / 2)
    gtk_widget_set_tooltip_text (label, line);
  if (is_header)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_menu (MisImportPreview *self, guint column, GtkStringList *model)
{
  GtkWidget *menu = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (model)), NULL);
  g_autofree char *name = g_strdup_printf (_ ("What “%s” is"), self->plan->labels[column]);

  mis_name_factory_set (GTK_DROP_DOWN (menu), MENU_CHARS);
  mis_name_factory_set_whole (GTK_DROP_DOWN (menu));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (menu),
                                   g_list_model_get_n_items (G_LIST_MODEL (model)) > SEARCHED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (menu, "notify::selected", G_CALLBACK (selected_cb), self);
  g_ptr_array_add (self->menus, menu);
  show_choice (self, column);
  gtk_grid_attach (self->grid, menu, (int)column, 0, 1, 1);
}

static void
add_column (MisImportPreview *self, guint column, const MisTableProfile *profile)
{
  gtk_grid_attach (self->grid, new_label (profile->columns[column].label, TRUE), (int)column, 1, 1,
                   1);
  for (guint i = 0; i < profile->shown->len; i++)
    {
      char **cells = g_ptr_array_index (profile->shown, i);

      gtk_grid_attach (self->grid, new_label (cells[column], FALSE), (int)column, (int)i + 2, 1, 1);
    }
}

/* Weights with a word among them are faults that are told, with their places. */
static gboolean
may_be_numbers (const MisTableColumn *column, MisTableUse use)
{
  return use >= MIS_TABLE_USE_WEIGHT || column->n_numbers > 0 || column->n_filled == 0;
}

static void
clear (MisImportPreview *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->menus, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* As narrow as the window wants it; as high as the cells and the bar below them. */
static void
mis_import_preview_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  MisImportPreview *self = MIS_IMPORT_PREVIEW (widget);
  int bar_minimum, bar_natural;

  gtk_widget_measure (self->viewport, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->scrollbar, orientation, -1, &bar_minimum, &bar_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = bar_minimum;
      *natural = MAX (*natural, bar_natural);
      return;
    }
  *minimum += bar_natural;
  *natural += bar_natural;
}

static void
mis_import_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MisImportPreview *self = MIS_IMPORT_PREVIEW (widget);
  GtkAllocation place = { 0, 0, width, 0 };
  int bar, least;

  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, -1, NULL, &bar, NULL, NULL);
  gtk_widget_measure (self->viewport, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->scrollbar, least > width);
  place.height = MAX (height - bar, 0);
  gtk_widget_size_allocate (self->viewport, &place, -1);
  place.y = place.height;
  place.height = bar;
  gtk_widget_size_allocate (self->scrollbar, &place, -1);
}

static void
mis_import_preview_dispose (GObject *object)
{
  MisImportPreview *self = MIS_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->menus, g_ptr_array_unref);
  g_clear_object (&self->numbers);
  g_clear_pointer (&self->viewport, gtk_widget_unparent);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  G_OBJECT_CLASS (mis_import_preview_parent_class)->dispose (object);
}

static void
mis_import_preview_class_init (MisImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_import_preview_dispose;
  GTK_WIDGET_CLASS (klass)->measure = mis_import_preview_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = mis_import_preview_size_allocate;
  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importpreview");
}

static void
mis_import_preview_init (MisImportPreview *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->menus = g_ptr_array_new ();
  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  self->viewport = gtk_viewport_new (NULL, NULL);
  gtk_viewport_set_child (GTK_VIEWPORT (self->viewport), grid);
  gtk_widget_set_overflow (self->viewport, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->viewport, GTK_WIDGET (self));
  self->scrollbar = gtk_scrollbar_new (
      GTK_ORIENTATION_HORIZONTAL, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->viewport)));
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
}

void
mis_import_preview_show (MisImportPreview *self, const MisTableProfile *profile, MisTablePlan *plan)
{
  g_autoptr (GtkStringList) words = NULL;
  g_auto (GStrv) choices = mis_import_uses_list (plan, FALSE);
  g_auto (GStrv) more = mis_import_uses_list (plan, TRUE);

  g_return_if_fail (MIS_IS_IMPORT_PREVIEW (self));

  clear (self);
  self->plan = plan;
  self->filling = TRUE;
  words = gtk_string_list_new ((const char *const *)choices);
  g_clear_object (&self->numbers);
  self->numbers = gtk_string_list_new ((const char *const *)more);
  for (guint i = 0; i < MIN (plan->n_columns, MIS_IMPORT_MOST_COLUMNS); i++)
    {
      add_menu (self, i,
                may_be_numbers (&profile->columns[i], plan->columns[i].use) ? self->numbers
                                                                            : words);
      add_column (self, i, profile);
    }
  self->filling = FALSE;
}

void
mis_import_preview_choose (MisImportPreview *self, guint column, MisTableUse use, guint of)
{
  MisTablePlanColumn value = { use, of };

  g_return_if_fail (MIS_IS_IMPORT_PREVIEW (self) && column < self->menus->len);

  gtk_drop_down_set_selected (get_menu (self, column), mis_import_uses_find (self->plan, &value));
}
