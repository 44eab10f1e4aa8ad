/* What is wrong with the values of an object, fault by fault: a part of json-fields.h. */
#include "file/json-fields.h"

#include "file/json-text.h"

void
mis_json_input_init (MisJsonInput *input, const char *text, gsize length)
{
  *input = (MisJsonInput) { .text = text, .length = length, .scratch = g_string_new (NULL) };
}

/* The first of all faults, with the others in it. */
static MisFault *
collect_faults (MisJsonInput *input)
{
  MisFault *first;

  if (input->fault != NULL && input->n_aside > 0 && !mis_json_set_aside (input))
    g_clear_pointer (&input->fault, mis_fault_free); /* one too many */
  if (input->n_aside == 0)
    return g_steal_pointer (&input->fault);
  first = g_ptr_array_steal_index (input->aside, 0);
  first->n_more = input->n_aside - MIN (input->n_aside, MIS_FAULT_MAX_LISTED);
  first->others = g_steal_pointer (&input->aside);
  return first;
}

MisFault *
mis_json_input_end (MisJsonInput *input)
{
  g_string_free (g_steal_pointer (&input->scratch), TRUE);
  return collect_faults (input);
}

gboolean
mis_json_set_aside (MisJsonInput *input)
{
  if (!input->collects)
    return FALSE;
  if (input->fault == NULL)
    return TRUE;
  if (input->fault->code != MIS_FILE_ERROR_PROJECT
      || input->n_aside >= MIS_FAULT_MAX_LISTED + MIS_FAULT_MAX_MORE)
    return FALSE;
  if (input->aside == NULL)
    input->aside = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_fault_free);
  if (input->aside->len < MIS_FAULT_MAX_LISTED)
    g_ptr_array_add (input->aside, g_steal_pointer (&input->fault));
  else
    g_clear_pointer (&input->fault, mis_fault_free);
  input->n_aside++;
  return TRUE;
}

static gboolean
fail_with (MisJsonInput *input, gsize at, const char *message)
{
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  guint64 line, column;

  g_assert (input->fault == NULL);

  /* Those that are only counted need no place, which takes a walk through the text. */
  if (input->n_aside >= MIS_FAULT_MAX_LISTED)
    {
      input->fault = mis_fault_new (MIS_FILE_ERROR_PROJECT, 0, 0, "", message);
      return FALSE;
    }
  place = mis_json_get_place (input->text, input->length, at);
  name = mis_json_get_name (input->text, input->length, at);
  mis_json_get_position (input->text, at, &line, &column);
  input->fault = mis_fault_new (MIS_FILE_ERROR_PROJECT, line, column, place, message);
  mis_fault_set_name (input->fault, name);
  return FALSE;
}

gboolean
mis_json_fail (MisJsonInput *input, gsize at, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fail_with (input, at, message);
}

gboolean
mis_json_fail_error (MisJsonInput *input, gsize at, GError *error)
{
  fail_with (input, at, error->message);
  g_error_free (error);
  return FALSE;
}
