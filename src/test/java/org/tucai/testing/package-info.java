/** What tests stand on: the one running application, a clock that moves, due jobs, fixtures that walk the real doors. */
package org.tucai.testing;
