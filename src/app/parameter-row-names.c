/* What a row is called, in how many lines and where, and which parts it has: all that stays the
 * same while its number moves. */
#include "app/parameter-row-private.h"

#include <glib/gi18n.h>

#include "app/tooltip.h"

/* The most for a name, and for each goal of a pair, where text is large and room is scarce. */
#define NAME_LINES 2
#define GOAL_LINES 4
#define FULL_NAME_LINES 6
#define DETAIL_LINES 3

static gboolean
is_top (const MisParameter *parameter)
{
  return parameter->kind == MIS_PARAMETER_SECTION && parameter->section <= MIS_SECTION_CONFLICTS;
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Two goals, or a name that says all by itself, are long: they have the whole width, and the number
 * stands below them. */
static gboolean
is_label_wide (MisParameterRow *self)
{
  return self->full_name || self->parameter->kind == MIS_PARAMETER_CONFLICT;
}

static void
place_label (MisParameterRow *self)
{
  GtkBox *place = is_label_wide (self) ? GTK_BOX (self) : self->names;
  GtkWidget *label = GTK_WIDGET (self->label);
  GtkWidget *parent = gtk_widget_get_parent (label);

  if (parent == GTK_WIDGET (place))
    return;
  g_object_ref (label);
  gtk_box_remove (GTK_BOX (parent), label);
  gtk_box_prepend (place, label);
  g_object_unref (label);
}

void
mis_parameter_row_show_parts (MisParameterRow *self)
{
  MisParameterKind kind = self->parameter->kind;
  gboolean section = kind == MIS_PARAMETER_SECTION;

  set_css_class (GTK_WIDGET (self), "section", section);
  set_css_class (GTK_WIDGET (self->label), "heading", is_top (self->parameter));
  gtk_widget_set_visible (GTK_WIDGET (self->scale), !section);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !section);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_button),
                          kind == MIS_PARAMETER_SHARE || kind == MIS_PARAMETER_COUNT);
  gtk_widget_set_visible (self->mode_box,
                          section && self->parameter->section == MIS_SECTION_POPULATION);
  gtk_widget_set_visible (self->reset_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->below), FALSE);
  place_label (self);
}

static void
set_accessible_label (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Where a reset leads depends on what is shown. */
void
mis_parameter_row_show_reset_hint (MisParameterRow *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  g_autofree char *reset = mis_parameter_dup_reset_action (self->parameter, world);
  const char *where = mis_document_get_scenario (self->document) != NULL
                          ? _("Back to the base project")
                          : _("Back to when the project was opened");
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", reset, where);

  mis_tooltip_set (self->reset_button, tooltip);
}

/* Buttons of many rows look alike; what they are for says whose they are. */
static void
show_button_names (MisParameterRow *self, const MisWorld *world, const char *label)
{
  g_autofree char *reset = mis_parameter_dup_reset_action (self->parameter, world);
  g_autofree char *lock = g_strdup_printf (_("Lock %s"), label);

  set_accessible_label (self->reset_button, reset);
  set_accessible_label (self->lock_button, lock);
  mis_tooltip_set (
      GTK_WIDGET (self->lock_button),
      self->parameter->kind == MIS_PARAMETER_COUNT
          ? _("Keep the count of this group while others change, and while the number of all "
              "agents does.\nLocks hold until the project is closed or all numbers are reset.")
          : _("Keep the share of this group while others change, and while the number of all "
              "agents does.\nLocks hold until the project is closed or all numbers are reset."));
}

/* A name that says all by itself is long; goals may differ at their ends only. */
static int
get_lines (MisParameterRow *self)
{
  if (self->parameter->kind == MIS_PARAMETER_SECTION)
    return 1;
  if (self->full_name)
    return FULL_NAME_LINES;
  return self->parameter->kind == MIS_PARAMETER_CONFLICT ? GOAL_LINES : NAME_LINES;
}

/* What stands below a name that says all by itself; two goals are told apart best on a line each,
 * so it is here that their area is named. */
static char *
dup_detail (MisParameterRow *self, MisWorld *world)
{
  g_autofree char *detail = mis_parameter_dup_detail (self->parameter, world);
  const char *area;

  if (!self->full_name || self->parameter->kind != MIS_PARAMETER_CONFLICT)
    return g_steal_pointer (&detail);
  area = mis_area_get_name (mis_world_get_area (world, self->parameter->area));
  /* Translators: a problem area, and those who hold two goals in it */
  return g_strdup_printf (_("%s: %s"), area, detail);
}

/* Of a heading: what is not seen as long as it is folded. */
void
mis_parameter_row_show_uncertain (MisParameterRow *self)
{
  const MisResults *results = mis_document_get_results (self->document);
  guint n = results != NULL ? mis_uncertain_count_get (results->uncertain, self->parameter) : 0;
  g_autofree char *detail =
      mis_parameter_dup_detail (self->parameter, mis_document_get_world (self->document));
  /* Translators: how many numbers below a heading have a range */
  g_autofree char *words = g_strdup_printf (ngettext ("%u not certain", "%u not certain", n), n);

  gtk_label_set_label (self->detail, n > 0 ? words : detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), n > 0 || *detail != '\0');
}

void
mis_parameter_row_show_names (MisParameterRow *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  g_autofree char *label = mis_parameter_dup_label (self->parameter, world);
  g_autofree char *detail = dup_detail (self, world);
  g_autofree char *full_detail = mis_parameter_dup_full_detail (self->parameter, world);
  g_autofree char *name = mis_parameter_dup_name (self->parameter, world);
  g_autofree char *value_name = g_strdup_printf (_("%s, exact value"), name);
  int n_lines = get_lines (self);

  gtk_label_set_label (
      self->label,
      self->full_name && self->parameter->kind != MIS_PARAMETER_CONFLICT ? name : label);
  /* A heading has no field beside it: GTK would take one that may wrap for lower than it is. */
  gtk_label_set_wrap (self->label, n_lines > 1);
  gtk_label_set_wrap (self->detail, n_lines > 1);
  gtk_label_set_lines (self->label, n_lines);
  gtk_label_set_lines (self->detail, n_lines > 1 ? DETAIL_LINES : 1);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  mis_tooltip_set (GTK_WIDGET (self->label), is_top (self->parameter) ? NULL : name);
  mis_tooltip_set (GTK_WIDGET (self->detail), full_detail);
  set_accessible_label (self->scale, name);
  set_accessible_label (self->entry, value_name);
  show_button_names (self, world, label);
}
