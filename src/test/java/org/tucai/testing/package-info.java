/** The basis of all tests: the running application, a clock that can be moved, due jobs, and fixtures that use the real endpoints. */
package org.tucai.testing;
