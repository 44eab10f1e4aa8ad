#include "core/error.h"

G_DEFINE_QUARK (mis-error-quark, mis_error)
